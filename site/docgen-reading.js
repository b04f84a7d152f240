(function(){
"use strict";
function make(name,attributes,text){
var element=document.createElement(name);
Object.keys(attributes).forEach(function(key){element.setAttribute(key,attributes[key]);});
if(text)element.textContent=text;
return element;
}
function decoded(text){
try{
return decodeURIComponent(text);
}catch(malformed){
return text;
}
}
function open(){
var target=location.hash.length>1&&document.getElementById(decoded(location.hash.slice(1)));
for(var box=target;box;box=box.parentElement)if(box.tagName==="DETAILS")box.open=true;
}
open();
window.addEventListener("hashchange",open);
function reach(){
document.querySelectorAll("article li:has(> math)").forEach(function(item){
item.classList.remove("scrolls");
item.classList.toggle("scrolls",item.scrollWidth>item.clientWidth);
});
document.querySelectorAll("article :is(div, pre, dd, li, p, span, figcaption)").forEach(function(part){
var scrolls=
part.scrollWidth>part.clientWidth&&
part.clientWidth>0&&
getComputedStyle(part).overflowX==="auto";
if(scrolls)part.tabIndex=0;
else part.removeAttribute("tabindex");
});
}
reach();
window.addEventListener("resize",reach);
document.addEventListener("toggle",reach,true);
document.addEventListener("toggle",function(event){
var box=event.target.open&&event.target.matches("td > .verdict")&&event.target.querySelector(".evidence");
if(box)box.scrollIntoView({block:"nearest",inline:"nearest"});
},true);
var wide="article :is(.formula, .table-scroll, .matrices, p:has(> math), li:has(> math))";
window.addEventListener("beforeprint",function(){
document.querySelectorAll(wide).forEach(function(part){
var size=parseFloat(getComputedStyle(part).fontSize),most=Math.max(part.clientWidth,43*size);
if (part.scrollWidth > most) part.style.fontSize = most / part.scrollWidth + "em";
});
});
window.addEventListener("afterprint",function(){
document.querySelectorAll(wide).forEach(function(part){part.style.fontSize="";});
});
function followHeadings(){
var links=Array.from(document.querySelectorAll(".on-page a"));
if(!links.length)return;
var headings=links.map(function(link){
return document.getElementById(decoded(link.hash.slice(1)));
});
var current=-1,waits=false;
function update(){
waits=false;
var found = -1, limit = window.innerHeight / 4;
headings.forEach(function(heading,place){
if(heading&&heading.getBoundingClientRect().top<limit)found=place;
});
if(window.innerHeight + window.scrollY>=document.body.scrollHeight - 2)found=headings.length - 1;
if(found===current)return;
if(links[current])links[current].removeAttribute("aria-current");
if(links[found]){
links[found].setAttribute("aria-current","location");
var list=links[found].closest(".on-page");
if(!list.contains(document.activeElement)){
list.scrollTop += links[found].getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
}
}
current=found;
}
window.addEventListener("scroll",function(){
if(!waits)requestAnimationFrame(update);
waits=true;
},{passive:true});
update();
}
followHeadings();
var labels={
de:{Copy:"Kopieren",Copied:"Kopiert","Not copied":"Nicht kopiert",Language:"Sprache"},
fr:{Copy:"Copier",Copied:"Copié","Not copied":"Non copié",Text:"Texte",Language:"Langage"},
zh:{Copy:"复制",Copied:"已复制","Not copied":"未复制",Text:"文本",Language:"语言"},
}[document.documentElement.lang.split("-")[0]]||{};
function said(word){return labels[word]||word;}
function copy(text,button){
function tell(word){
var label=button.getAttribute("data-label")||button.textContent;
button.setAttribute("data-label",label);
button.textContent=word;
setTimeout(function(){button.textContent=label;},1500);
}
function byHand(){
var area=make("textarea",{class:"read-out"});
area.value=text;
document.body.append(area);
area.select();
tell(said(document.execCommand("copy")?"Copied":"Not copied"));
area.remove();
button.focus();
}
if(!navigator.clipboard)byHand();
else navigator.clipboard.writeText(text).then(function(){tell(said("Copied"));},byHand);
}
function copier(label,text){
var button=make("button",{type:"button",class:"copy"},said(label));
button.addEventListener("click",function(){copy(text(),button);});
return button;
}
document.querySelectorAll("pre").forEach(function(block){
var frame=make("div",{class:"code-frame"});
block.replaceWith(frame);
frame.append(block, copier("Copy", function () { return block.textContent.replace(/\n$/, ""); }));
});
document.querySelectorAll("article .formula").forEach(function(formula){
var note=formula.querySelector("annotation"),text=formula.getAttribute("data-text");
if(!note||formula.closest("summary"))return;
var holder=make("div",{class:"with-tools"}),tools=make("div",{class:"formula-tools"});
tools.append(copier("TeX",function(){return note.textContent;}));
if(text)tools.append(copier("Text",function(){return text;}));
formula.replaceWith(holder);
holder.append(formula,tools);
});
document.querySelectorAll(".verdict > summary, .numbers > summary").forEach(function(summary){
var cell=summary.closest("td"),of;
if(cell){
of=cell.closest("table").rows[0].cells[cell.cellIndex].textContent +" "+ cell.parentElement.cells[0].firstChild.textContent;
}else{
var holder=summary.closest(".marks"),around=holder?holder.previousElementSibling:summary.closest("li");
var math=around&&around.querySelector("math"),text=around&&around.closest("[data-text]")||around&&around.querySelector("[data-text]");
of=text?text.dataset.text:math&&(math.querySelector("semantics > *")||math).textContent;
}
if(of)summary.setAttribute("aria-label",summary.textContent.trim()+": "+ of.trim().slice(0,90));
});
function tabs(box,number){
var list=make("div",{role:"tablist","aria-label":said("Language")});
var titles=Array.from(box.querySelectorAll(":scope > p:not(.gap)"));
var parts=titles.map(function(title,place){
var panel=title.nextElementSibling,id="code-"+ number +"-"+ place;
var tab=make("button",{type:"button",role:"tab",id:id +"-tab","aria-controls":id},title.textContent);
panel.id=id;
panel.setAttribute("role","tabpanel");
panel.setAttribute("aria-labelledby",id +"-tab");
title.remove();
list.append(tab);
return{tab:tab,panel:panel};
});
function choose(place,isAsked){
parts.forEach(function(part,other){
part.panel.hidden=other!==place;
part.tab.setAttribute("aria-selected",String(other===place));
part.tab.tabIndex=other===place?0:-1;
});
if(!isAsked)return;
parts[place].tab.focus();
try{
localStorage.setItem("docgen-code",parts[place].tab.textContent);
}catch(refused){
}
}
parts.forEach(function(part,place){
part.tab.addEventListener("click",function(){choose(place,true);});
part.tab.addEventListener("keydown",function(event){
var step={ArrowRight:1,ArrowLeft:-1}[event.key];
if(step)choose((place + step + parts.length)% parts.length,true);
});
});
box.querySelector("summary").after(list);
box.addEventListener("toggle",function(){
var last="";
try{
last=localStorage.getItem("docgen-code")||"";
}catch(refused){
}
choose(Math.max(0,parts.findIndex(function(part){return part.tab.textContent===last;})),false);
});
}
document.querySelectorAll(".codes").forEach(tabs);
var shown=[];
document.querySelectorAll("figure[data-of], tr[data-of]").forEach(function(figure){
var last=shown[shown.length - 1],isNetwork=figure.matches(".network");
if(last&&last.of===figure.dataset.of&&!(isNetwork&&!(figure.dataset.term>1)))return;
shown.push({of:figure.dataset.of,figure:figure.closest("figure, table"),hasTerms:!!figure.dataset.term});
});
function keys(part){
var place=shown.length - 1;
while(place>=0&&!(shown[place].figure.compareDocumentPosition(part)&4))place -=1;
if(place<0||part.closest("[data-own]"))return [];
return part.dataset.layer.split(",").map(function(name){
var layer=name.split("."),holder=part.closest("[data-term]");
var term=layer[1]||(holder?holder.dataset.term:1);
return place +":"+ layer[0] +(shown[place].hasTerms?"."+ term:"");
});
}
var layers=new Map(),pinned=[];
function mark(names){
layers.forEach(function(parts){parts.forEach(function(part){part.classList.remove("marked");});});
pinned.concat(names).forEach(function(name){
layers.get(name).forEach(function(part){part.classList.add("marked");});
});
}
function pin(names){
pinned=String(names)===String(pinned)?[]:names;
layers.forEach(function(parts,name){
parts.forEach(function(part){
if(part.href)part.ariaCurrent=pinned.includes(name)||null;
});
});
mark([]);
}
document.querySelectorAll("article [data-layer]").forEach(function(part){
var names=keys(part);
names.forEach(function(name){
layers.set(name,(layers.get(name)||[]).concat(part));
});
["mouseenter","focus"].forEach(function(kind){
part.addEventListener(kind,function(){mark(names);});
});
["mouseleave","blur"].forEach(function(kind){
part.addEventListener(kind,function(){mark([]);});
});
if(!part.href||!names.length)return;
part.addEventListener("click",function(event){
event.preventDefault();
pin(names);
});
part.addEventListener("keydown",function(event){
var step={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[event.key];
var all=Array.from(part.parentNode.querySelectorAll(".layer")),next=all[all.indexOf(part)+ step];
if(step)event.preventDefault();
if(next)next.focus();
});
});
document.querySelectorAll(".all").forEach(function(box){
box.addEventListener("change",function(){
box.closest("figure").querySelectorAll(".numbers").forEach(function(part){part.open=box.checked;});
});
});
var script = document.currentScript.src.replace(/[^/]*$/, "");
var card,waiting,loaded;
function hide(){
clearTimeout(waiting);
if(card)card.remove();
card=null;
}
function place(link,content){
hide();
card=make("div",{class:"preview",role:"tooltip",id:"preview"});
content.querySelectorAll("[id]").forEach(function(part){part.removeAttribute("id");});
content.removeAttribute("id");
content.querySelectorAll(".marks, .copy, .permalink, .footnote-backref").forEach(function(part){part.remove();});
card.append(content);
card.inert=true;
document.body.append(card);
var box=link.getBoundingClientRect(),size=card.getBoundingClientRect();
var isBelow=box.top<size.height + 16;
card.style.left=Math.max(8,Math.min(box.left,innerWidth - size.width - 12))+ scrollX +"px";
card.style.top=(isBelow?box.bottom + 8:box.top - size.height - 8)+ scrollY +"px";
}
function block(element){
return element&&(element.childNodes.length?element:element.closest("[id]:not(:empty)"));
}
function show(link){
var page=link.href.split("#")[0],anchor=decoded(link.hash.slice(1));
if(page===location.href.split("#")[0]){
var target=block(document.getElementById(anchor));
if(target)place(link,target.cloneNode(true));
return;
}
function fromOther(parts){
var key=decoded(page.slice(script.length))+"#"+ anchor;
if(!parts[key])return;
var holder=make("div",{});
holder.innerHTML=parts[key];
if(waiting!==null)place(link,holder.firstElementChild);
}
if(loaded)return fromOther(loaded);
window.docgenPreviews=function(parts){
loaded=parts;
fromOther(parts);
};
document.head.append(make("script",{src:script +"docgen-previews.js"}));
}
document.querySelectorAll("a.reference, a.citation, .footnote-ref a").forEach(function(link){
function later(){
clearTimeout(waiting);
waiting=setTimeout(function(){show(link);},150);
}
function leave(){
hide();
waiting=null;
}
link.addEventListener("mouseenter",later);
link.addEventListener("focus",later);
link.addEventListener("mouseleave",leave);
link.addEventListener("blur",leave);
});
var drawer=document.getElementById("siteNavigation"),headings=document.querySelector(".on-page");
var narrow=matchMedia("(max-width: 53.99rem)");
var opener=document.querySelector(".menu"),isClosing=false;
function isOpen(){return narrow.matches&&location.hash==="#siteNavigation";}
function hold(){
document.querySelectorAll("body > :not(.layout), .layout > :not(#siteNavigation)").forEach(function(part){
part.inert=isOpen();
});
if(isOpen())drawer.querySelector("a").focus();
else if(isClosing)opener.focus({preventScroll:true});
isClosing=false;
}
function settle(){
if(headings)(narrow.matches?drawer:drawer.parentElement).append(headings);
hold();
}
settle();
narrow.onchange=settle;
function close(event){
if(location.hash!=="#siteNavigation")return;
event.preventDefault();
isClosing=true;
if(drawer.dataset.wasOpened)history.back();
else location.replace("#pageText");
}
window.addEventListener("hashchange",function(){
if(location.hash==="#siteNavigation")drawer.dataset.wasOpened="yes";
else delete drawer.dataset.wasOpened;
hold();
});
document.addEventListener("click",function(event){
if(narrow.matches&&!drawer.contains(event.target))close(event);
});
document.querySelectorAll(".back a").forEach(function(link){link.addEventListener("click",close);});
document.addEventListener("keydown",function(event){
if(event.key!=="Escape")return;
hide();
pin([]);
close(event);
});
})();
