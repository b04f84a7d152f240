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
function wholeTree(){
var navigation=document.querySelector("nav[data-tree]");
if(!navigation)return;
var root=navigation.dataset.root;
var place=navigation.dataset.page;
function list(entries){
var out=document.createElement("ul");
entries.forEach(function(entry){
var item=out.appendChild(document.createElement("li"));
var name=document.createElement(entry[1]?"a":"span");
name.textContent=entry[0];
if(entry[1])name.href=root + entry[1].split("/").map(encodeURIComponent).join("/");
else name.className="section";
if(entry[1]===place)name.setAttribute("aria-current","page");
if(entry[2])name.lang=entry[2];
if(entry[3].length===0)return item.appendChild(name);
var inner=list(entry[3]);
var folder=item.appendChild(document.createElement("details"));
folder.open=entry[1]===place||!!inner.querySelector("[aria-current]");
folder.appendChild(document.createElement("summary")).appendChild(name);
folder.appendChild(inner);
});
return out;
}
window.docgenTree=function(entries){
navigation.replaceChild(list(entries),navigation.querySelector("ul"));
var current=navigation.querySelector("[aria-current]");
if (current) navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
};
document.head.appendChild(document.createElement("script")).src=navigation.dataset.tree;
}
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
wholeTree();
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
