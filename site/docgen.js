(function(){
"use strict";
var root=document.documentElement;
if(root.dataset.moved)location.replace(root.dataset.moved + location.hash);
var base = document.currentScript.src.replace(/[^/]*$/, "");
var themes=["automatic","light","dark"];
var theme="automatic";
try{
theme=localStorage.getItem("docgen-theme")||theme;
}catch(refused){
}
function apply(){
if(theme==="automatic")root.removeAttribute("data-theme");
else root.setAttribute("data-theme",theme);
}
apply();
function search(){
if(window.docgenSearch){
window.docgenSearch.open();
return;
}
var style=document.createElement("link");
style.rel="stylesheet";
style.href=base +"docgen-search.css";
style.onload=style.onerror=function(){
var script=document.createElement("script");
script.src=base +"docgen-search.js";
script.onload=function(){window.docgenSearch.open();};
document.head.append(script);
};
document.head.append(style);
}
function isTyping(target){
return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}
document.addEventListener("keydown",function(event){
var isSlash=event.key==="/"&&!event.ctrlKey&&!event.metaKey&&!event.altKey;
var isCommand=event.key==="k"&&(event.ctrlKey||event.metaKey);
if(event.defaultPrevented||(isSlash&&isTyping(event.target))||!(isSlash||isCommand))return;
event.preventDefault();
search();
});
document.addEventListener("DOMContentLoaded",function(){
var button=document.querySelector("button.theme");
if(!button)return;
function label(){
button.textContent={automatic:"◐",light:"○",dark:"●"}[theme];
button.title=button.dataset.label +": "+ button.dataset[theme];
button.setAttribute("aria-label",button.title);
}
label();
button.hidden=false;
button.addEventListener("click",function(){
theme=themes[(themes.indexOf(theme)+ 1)% themes.length];
apply();
label();
try{
localStorage.setItem("docgen-theme",theme);
}catch(refused){
}
});
var opener=document.querySelector("button.search");
opener.hidden=false;
opener.addEventListener("click",search);
});
})();
