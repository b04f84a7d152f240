document.addEventListener("DOMContentLoaded",function(){
var navigation=document.querySelector("nav[data-tree]");
if(!navigation)return;
var root=navigation.dataset.root;
var place=navigation.dataset.page;
function fold(item,entry,inner){
var button=document.createElement("button");
function open(isOpen){
button.setAttribute("aria-expanded",String(isOpen));
inner.hidden=!isOpen;
}
button.type="button";
button.setAttribute("aria-label",entry[0]);
button.addEventListener("click",function(){open(inner.hidden);});
open(entry[1]===place||!!inner.querySelector("[aria-current]"));
item.className="folder";
item.prepend(button);
item.append(inner);
}
function list(entries){
var out=document.createElement("ul");
entries.forEach(function(entry){
var item=out.appendChild(document.createElement("li"));
var name=document.createElement(entry[1]?"a":"span");
name.textContent=entry[0];
if(entry[1])name.href=root + entry[1].split("/").map(encodeURIComponent).join("/");
else name.className="section";
if(entry[1]===place)name.setAttribute("aria-current","page");
item.appendChild(name);
if(entry[2]){
name.lang=name.hreflang=entry[2];
var mark=document.createElement("span");
mark.className="untranslated";
mark.textContent=navigation.dataset.untranslated;
item.append(" ",mark);
}
if(entry[3].length)fold(item,entry,list(entry[3]));
});
return out;
}
window.docgenTree=function(entries){
navigation.replaceChild(list(entries),navigation.querySelector("ul"));
var current=navigation.querySelector("[aria-current]");
if (current) navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
};
document.head.appendChild(document.createElement("script")).src=navigation.dataset.tree;
});
