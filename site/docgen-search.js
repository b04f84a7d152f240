function docgenTerms(){
"use strict";
var letters={
alpha:"α",beta:"β",gamma:"γ",delta:"δ",epsilon:"ε",varepsilon:"ε",eps:"ε",
zeta:"ζ",eta:"η",theta:"θ",vartheta:"θ",iota:"ι",kappa:"κ",lambda:"λ",mu:"μ",
nu:"ν",xi:"ξ",pi:"π",rho:"ρ",sigma:"σ",tau:"τ",upsilon:"υ",phi:"φ",
varphi:"φ",chi:"χ",psi:"ψ",omega:"ω",Gamma:"Γ",Delta:"Δ",Theta:"Θ",
Lambda:"Λ",Xi:"Ξ",Pi:"Π",Sigma:"Σ",Phi:"Φ",Psi:"Ψ",Omega:"Ω"
};
var signs={
lVert:"‖",rVert:"‖",Vert:"‖","|":"‖",lvert:"|",rvert:"|",vert:"|",
bullet:"⊙",odot:"⊙",circ:"⊙",sum:"∑",partial:"∂",nabla:"∇",top:"ᵀ",
intercal:"ᵀ",dagger:"†",le:"≤",leq:"≤",ge:"≥",geq:"≥",neq:"≠",ne:"≠",
approx:"≈",times:"×",otimes:"⊗","in":"∈",to:"→",infty:"∞",prime:"ᵀ",
mid:"|",sqrt:"√",prod:"∏",int:"∫",equiv:"≡",pm:"±",ell:"ℓ",oslash:"/",
subset:"⊂",subseteq:"⊆",supset:"⊃",supseteq:"⊇",cup:"∪",cap:"∩",setminus:"∖",
notin:"∉",emptyset:"∅",varnothing:"∅",forall:"∀",exists:"∃",neg:"¬",land:"∧",
wedge:"∧",lor:"∨",vee:"∨",oplus:"⊕",mp:"∓",iint:"∬",iiint:"∭",oint:"∮",
rightarrow:"→",longrightarrow:"→",mapsto:"↦",leftarrow:"←",gets:"←",Rightarrow:"⇒",
implies:"⇒",Leftrightarrow:"⇔",iff:"⇔",sim:"∼",simeq:"≃",cong:"≅",propto:"∝",
ll:"≪",gg:"≫",prec:"≺",preceq:"⪯",succ:"≻",succeq:"⪰",perp:"⊥",parallel:"‖",
langle:"⟨",rangle:"⟩",lfloor:"⌊",rfloor:"⌋",lceil:"⌈",rceil:"⌉",star:"⋆",ast:"∗",
xrightarrow:"→",ldots:"…",dots:"…",cdots:"⋯",triangleq:"≜",coloneqq:"≔",hbar:"ħ",Re:"ℜ",Im:"ℑ"
};
var accents={
hat: "\u0302", widehat: "\u0302", tilde: "\u0303", widetilde: "\u0303", bar: "\u0304", overline: "\u0304", breve: "\u0306",
dot: "\u0307", ddot: "\u0308", mathring: "\u030a", check: "\u030c", acute: "\u0301", grave: "\u0300", vec: "\u20d7",
underline: "\u0332"
};
var operators = /^(lim|limsup|liminf|sup|inf|arg|Pr|gcd|deg|dim|hom|ker|sec|csc|cot|coth|lg|bmod|mod)$/;
var typed={"->":"→","<=":"≤",">=":"≥","!=":"≠","==":"="};
var words={norm2:"‖",norm:"‖",sqrt:"√",sum:"∑",grad:"∇",gradient:"∇",nabla:"∇"};
var functions=[
"abs","adj","arccos","arcsin","arctan","argmax","argmin","cos","cosh","cov","det",
"diag","elu","erf","exp","expm","gelu","hardmax","inner","inv","kl","kron","ln",
"log","logdet","logm","logsumexp","max","mean","min","norm1","norminf","pinv","relu",
"sgn","sigmoid","sign","silu","sin","sinh","softmax","softplus","sqrtm","square",
"step","tan","tanh","tr","vec"
];
var named={};
functions.forEach(function(name){named[name]=name;});
Object.keys(letters).forEach(function(name){named[name]=letters[name];});
Object.keys(words).forEach(function(name){named[name]=words[name];});
var plain={"'":"′","−":"-","–":"-","•":"⊙","∘":"⊙","⊤":"ᵀ","⊺":"ᵀ","Σ":"∑","ϵ":"ε","ϕ":"φ","⊘":"/"};
var raised={"⁰":"0","¹":"1","²":"2","³":"3","⁴":"4","⁵":"5","⁶":"6","⁷":"7","⁸":"8","⁹":"9","⁻":"-"};
var lowered={"₀":"0","₁":"1","₂":"2","₃":"3","₄":"4","₅":"5","₆":"6","₇":"7","₈":"8","₉":"9"};
var dropped = /^(left|right|[bB]igg?[lrm]?|displaystyle|textstyle|scriptstyle|limits|nolimits|nonumber|notag|quad|qquad|cdot|mathstrut|,|;|!|:|>| )$/;
var whole = /^(text|mathrm|operatorname|textrm|textbf|textit|mathit|mathsf|mathtt)$/;
function tokens(source){
var at=0,out=[],closers=[],frames=[];
function isEnclosed(list){
var depth=0;
return list.every(function(token,place){
depth +=token==="("?1:token===")"?-1:0;
return depth>0||place===list.length - 1;
});
}
function put(list,isGrouped){
var group=isGrouped&&list.length>1&&!isEnclosed(list);
if(group)out.push("(");
list.forEach(function(token){out.push(token);});
if(group)out.push(")");
}
function group(){
while(source[at]===" ")at++;
if(source[at]!=="{"){
var command = /^\\([A-Za-z]+|.)/.exec(source.slice(at));
var one=command?command[0]:String.fromCodePoint(source.codePointAt(at)||32);
at +=one.length;
return one;
}
var depth=0,start=at + 1;
for(;at<source.length;at++){
if (source[at] === "\\") at++;
else if(source[at]==="{")depth++;
else if(source[at]==="}"&&--depth===0)break;
}
return source.slice(start,at++);
}
function name(sign){
if(sign==="det"&&out[out.length - 1]==="log")out[out.length - 1]="logdet";
else out.push(sign);
}
function script(sign,inner){
if (/^(T|\\top|\\intercal|⊤|ᵀ|\\mathsf\s*\{?T\}?|\\mathrm\s*\{?T\}?)$/.test(inner.trim())) return out.push("ᵀ");
if (/^(\\prime\s*)+$/.test(inner)) return out.push("′");
out.push(sign);
put(tokens(inner),true);
}
function frame(isBegun,kind){
if(isBegun)frames.push(kind);
else frames.pop();
if (isBegun && /^(array|alignat\*?|alignedat)$/.test(kind)) group();
var pair={bmatrix:"[]",pmatrix:"[]",vmatrix:"||",Vmatrix:"‖‖",cases:"{}"}[kind];
if(pair)out.push(pair[isBegun?0:1]);
}
function row(){
at += (/^\*?(\[[^\]]*\])?/.exec(source.slice(at)) || [""])[0].length;
if (!/^\s*(\\end|$)/.test(source.slice(at))) out.push(";");
}
function root(){
var order = /^\s*\[([^\]]*)\]/.exec(source.slice(at));
if(order)at +=order[0].length;
else out.push("√");
put(tokens(group()),true);
if(order)put(["^","(","1","/"].concat(tokens(order[1]),")"));
}
function accent(word,list){
if (list.length === 1 && /^\p{L}\p{M}*$/u.test(list[0])) out.push((list[0] + accents[word]).normalize("NFC"));
else put([word.replace("wide",""),"("].concat(list,")"));
}
function command(){
var word = /^\\([A-Za-z]+|[^])/.exec(source.slice(at) + " ")[1];
at +=word.length + 1;
if (word === "\\") return row();
if(dropped.test(word))return;
if(word==="begin"||word==="end")return frame(word==="begin",group());
if(word==="label"||word==="tag"){group();return;}
if (/^[dt]?frac$/.test(word)) {
var above=group(),below=group();
put(tokens(above),true);
out.push("/");
put(tokens(below),true);
}else if(word==="sqrt"){
root();
} else if (/^[dt]?binom$/.test(word)) {
var upper=group(),lower=group();
out.push("binom");
put(["("].concat(tokens(upper),",",tokens(lower),")"));
}else if(word==="not"){
var denied=tokens(group());
out.push(((denied[0] || "") + "\u0338").normalize("NFC"));
}else if(word==="pmod"){
out.push("mod");
put(tokens(group()),true);
}else if(accents[word]){
accent(word,tokens(group()));
}else if(operators.test(word)){
name(word.replace("bmod","mod"));
}else if(word==="{"||word==="}"){
out.push(word);
}else if(word==="mathbb"){
var set=group();
out.push(set==="R"?"ℝ":set);
}else if(whole.test(word)){
var text = group().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
if(text)name(named[text]||text);
}else if(letters[word]||signs[word]){
out.push(letters[word]||signs[word]);
}else if(named[word]){
name(word);
}
}
while(at<source.length){
var rest=source.slice(at,at + 24);
var word = /^[A-Za-z]+[12]?(?![A-Za-z])/.exec(rest);
if (word && !named[word[0]]) word = /^[A-Za-z]+/.exec(rest);
var character=String.fromCodePoint(source.codePointAt(at));
if (character === "\\") {
command();
}else if(word&&named[word[0]]){
at +=word[0].length;
out.push(named[word[0]]);
if(named[word[0]]==="‖"&&source[at]==="("){at++;closers.push("‖");}
}else if(typed[rest.slice(0,2)]){
at +=2;
out.push(typed[rest.slice(0,2)]);
}else if(character==="^"||character==="_"){
at++;
script(character,group());
}else if(rest.slice(0,2)==="||"){
at +=2;
out.push("‖");
}else if(rest.slice(0,2)===".*"||rest.slice(0,2)==="./"||rest.slice(0,2)===".^"){
at++;
if(rest[1]==="*"){at++;out.push("⊙");}
}else if(raised[character]){
var power="";
while(raised[source[at]])power +=raised[source[at++]];
out.push("^",power);
}else if(lowered[character]){
var index="";
while(lowered[source[at]])index +=lowered[source[at++]];
out.push("_",index);
}else if(character==="("){
at++;
closers.push(")");
out.push("(");
}else if(character===")"){
at++;
out.push(closers.pop()||")");
} else if (/[0-9]/.test(character)) {
var number = /^[0-9]+(\.[0-9]+)?/.exec(source.slice(at, at + 40))[0];
at +=number.length;
out.push(number);
}else{
at +=character.length;
if (character === "&" && /matrix|array|cases/.test(frames[frames.length - 1])) out.push(",");
if (/[\s{}*·⋅&~;$]/.test(character)) continue;
for (var mark; (mark = /^\p{M}/u.exec(source.slice(at, at + 2))); at += mark[0].length) character += mark[0];
out.push(plain[character]||character.normalize("NFC"));
}
}
return out;
}
function bare(list){
var out=[];
for(var i=0;i<list.length;i++){
if(list[i]==="_"&&list[i - 1]==="‖"){
var depth=0;
do{
i++;
depth +=list[i]==="("?1:list[i]===")"?-1:0;
}while(depth>0&&i<list.length);
}else if(list[i]==="′"){
var last = out[out.length - 1], isFunction = /^[fghσφψ]$/.test(last) || functions.indexOf(last) >= 0;
out.push(isFunction?"′":"ᵀ");
} else if (!/^[(),;{}[\]]$/.test(list[i])) {
out.push(list[i]);
}
}
return out;
}
var above={"0":"⁰","1":"¹","2":"²","3":"³","4":"⁴","5":"⁵","6":"⁶","7":"⁷","8":"⁸","9":"⁹"};
var below={"0":"₀","1":"₁","2":"₂","3":"₃","4":"₄","5":"₅","6":"₆","7":"₇","8":"₈","9":"₉"};
function shown(list){
var out="";
for(var i=0;i<list.length;i++){
var token=list[i];
if (token === "^" && /^[0-9]+$/.test(list[i + 1] || "")) {
out += list[++i].replace(/./g, function (digit) { return above[digit]; });
} else if (token === "_" && /^[0-9]+$/.test(list[i + 1] || "")) {
out += list[++i].replace(/./g, function (digit) { return below[digit]; });
} else if (/^[-+±∓]$/.test(token) && /(^|[( ])$/.test(out)) {
out +=token.replace("-","−");
}else if(token===","||token===";"){
out +=token +" ";
} else if (/^[-+=≤≥≈≠∈∉→↦←⇒⇔<>⊂⊆⊃⊇∪∩∼≃≅∝≪≫≺⪯≻⪰≡±∓∧∨⊕]$/.test(token)) {
out +=i===0?token.replace("-","−"):" "+ token.replace("-","−")+" ";
} else if (token.length > 1 && /^\p{L}/u.test(token)) {
out += (/[\p{L}\p{N})]$/u.test(out) ? " " : "") + token + (/^[(^_′ᵀ,)]$/.test(list[i + 1]) ? "" : " ");
}else{
out +=token;
}
}
return out.trim();
}
function folded(text){
return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/ß/g, "ss");
}
function split(text){
var found=[];
(folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []).forEach(function (word) {
var run = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g, hit;
while((hit=run.exec(word))){
for(var i=0;i + 1<hit[0].length;i++)found.push(hit[0].slice(i,i + 2));
if(hit[0].length===1)found.push(hit[0]);
}
word.split(run).forEach(function(part){
if(part.length>1)found.push(part);
});
});
return found;
}
function isNamed(word){return Object.prototype.hasOwnProperty.call(named,word);}
return{
isNamed:isNamed,tokens:tokens,bare:bare,shown:shown,folded:folded,split:split
};
}
function docgenTexts(){
"use strict";
var digits="",values={};
for(var code=33;code<127;code++){
var sign=String.fromCharCode(code);
if (sign === "\"" || sign === "\\") continue;
values[sign]=digits.length;
digits +=sign;
}
var base=digits.length;
var short=24,one=short + 1,two=65,three=84,longDigits=4;
var afterOne=two - one,afterTwo=afterOne +(three - two)*base,most=afterTwo +(base - three)*base*base;
function number(value,count){
var out="";
for (; count > 0; count--, value = Math.floor(value / base)) out = digits[value % base] + out;
return out;
}
function plain(piece){
return(piece.length<=short?digits[piece.length - 1]:digits[short] + number(piece.length,longDigits))+ piece;
}
function numbered(place){
if(place<afterOne)return digits[one + place];
return place<afterTwo?number(two*base + place - afterOne,2):number(three*base*base + place - afterTwo,3);
}
function pieces(text) { return text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) || []; }
function isWord(piece) { return /^[\p{L}\p{M}\p{N}]/u.test(piece); }
function packed(texts){
var cut=texts.map(pieces),counts=new Map(),words=[],numbers=new Map();
function isIdle(list,place){return list[place]===" "&&place>0&&place + 1<list.length;}
cut.forEach(function(list){
list.forEach(function(piece,place){
if(!isIdle(list,place))counts.set(piece,(counts.get(piece)||0)+ 1);
});
});
Array.from(counts.keys()).sort(function(a,b){
return counts.get(b)- counts.get(a)||(a<b?-1:1);
}).forEach(function(piece){
if(words.length===most)return;
var size=plain(piece).length,count=counts.get(piece),written=numbered(words.length);
if(size + written.length*count>=size*count)return;
numbers.set(piece,written);
words.push(piece);
});
return{
words:words.map(plain).join(""),
texts:cut.map(function(list){
return list.map(function(piece,place){
return isIdle(list,place)?"":numbers.get(piece)||plain(piece);
}).join("");
})
};
}
function read(text,words,take){
var at=0;
function value(count){
var out=0;
for(;count>0;count--)out=out*base + values[text[at++]];
return out;
}
while(at<text.length){
var first=value(1);
if(first<=short){
var length=first<short?first + 1:value(longDigits);
take(text.slice(at,at + length));
at +=length;
}else if(first<two)take(words[first - one]);
else if(first<three)take(words[afterOne +(first - two)*base + value(1)]);
else take(words[afterTwo +(first - three)*base*base + value(2)]);
}
}
function unpacked(written){
var words=[];
read(written,[],function(word){words.push(word);});
return function(text){
var out="",isAfterWord=false;
read(text,words,function(piece){
var begins=isWord(piece);
out +=(begins&&isAfterWord?" ":"")+ piece;
isAfterWord=begins;
});
return out;
};
}
function anchor(title){
return title.toLowerCase().replace(/[^a-z0-9_ -]/g, "").replace(/ /g, "-");
}
return{packed:packed,unpacked:unpacked,anchor:anchor};
}
function docgenSections(terms,written){
"use strict";
var texts=docgenTexts(),text=texts.unpacked(written.words);
return{
pages:written.pages,
sections:written.sections.map(function(section){
var formulas=new Set();
var all = text(section[3]).split("\n").map(function (part, index) {
if(index % 2===0)return part;
if(part)formulas.add(part);
return" "+ terms.shown(part.split(" "))+" ";
}).join("").replace(/\s+/g, " ").replace(/ ([.,;:)])(?= |$)/g, "$1").trim();
return [section[0],section[1]===0?texts.anchor(section[2]):section[1],section[2],all,Array.from(formulas)];
})
};
}
function docgenIndex(terms,lunr,data){
"use strict";
var pipeline=new lunr.Pipeline(),asked=new lunr.Pipeline(),known=new Map();
pipeline.add(lunr.stopWordFilter,lunr.stemmer);
asked.add(lunr.stemmer);
var fields=["title","text"],boosts={title:8,text:1};
var saturation=1.2,lengthShare=0.75;
function stems(text){
var out=[];
(terms.folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []).forEach(function (word) {
var list=known.get(word);
if(!list){
list=[];
terms.split(word).forEach(function(part){list=list.concat(pipeline.runString(part));});
known.set(word,list);
}
list.forEach(function(stem){out.push(stem);});
});
return out;
}
var inverted=Object.create(null),size=0,hit={};
function posting(stem){
if(!inverted[stem])inverted[stem]={_index:size++,title:Object.create(null),text:Object.create(null)};
return inverted[stem];
}
function counted(text,field,id){
var list=stems(text),counts=new Map();
list.forEach(function(stem){
counts.set(stem,(counts.get(stem)||0)+ 1);
posting(stem)[field][id]=hit;
});
return{field:field,id:id,counts:counts,length:list.length};
}
var last,found=[];
data.sections.forEach(function(section,id){
var page=data.pages[section[0]][1],isFirst=section[0]!==last;
last=section[0];
found.push(counted(isFirst&&section[2]!==page?page +" "+ section[2]:section[2],"title",id));
found.push(counted(section[3],"text",id));
});
var lengths={title:0,text:0},count=data.sections.length,rarities=new Map();
found.forEach(function(text){lengths[text.field] +=text.length;});
function rarity(stem){
if(!rarities.has(stem))rarities.set(stem,lunr.idf(inverted[stem],count));
return rarities.get(stem);
}
function vector(text){
var damping = saturation * (1 - lengthShare + lengthShare * (text.length / (lengths[text.field] / count)));
var out=new lunr.Vector(),pairs=Array.from(text.counts,function(pair){
var weight = rarity(pair[0]) * ((saturation + 1) * pair[1]) / (damping + pair[1]) * boosts[text.field];
return [inverted[pair[0]]._index, Math.round(weight * 1000) / 1000];
});
pairs.sort(function(a,b){return a[0] - b[0];});
pairs.forEach(function(pair){out.elements.push(pair[0],pair[1]);});
return out;
}
var vectors={};
found.forEach(function(text){vectors[text.field +"/"+ text.id]=vector(text);});
return new lunr.Index({
invertedIndex:inverted,fieldVectors:vectors,fields:fields,pipeline:asked,
tokenSet:lunr.TokenSet.fromArray(Object.keys(inverted).sort())
});
}
function docgenQuery(terms,lunr,data){
"use strict";
var index=docgenIndex(terms,lunr,data);
var idle = /^(where|is|are|was|the|a|an|of|in|on|used|use|uses|does|do|what|which|how|appear|appears|defined|find|symbol|equation|formula)$/i;
function question(text){
var words=[],formulas=[],run=[];
function end(){
if(run.length)formulas.push(run.join(" "));
run=[];
}
var parts = text.replace(/[`"“”„«»]/g, " ").trim().split(/\s+/).map(function (part) {
return part.replace(/[?.,;:!]+$/, "").replace(/^Nabla$/, "nabla");
});
function sign(part) { return /^[-+=/*·∘⊙<>≤≥−]+$/.test(part || ""); }
function begins(part) { return /^[-+=/*·∘⊙<>≤≥−]/.test(part || ""); }
function ends(part) { return /[-+=/*·∘⊙<>≤≥−]$/.test(part || ""); }
function short(part) { return /^\p{L}{2}[0-9'′ᵀ]?$/u.test(part || "") || terms.isNamed(part || ""); }
parts.forEach(function(core,place){
var isName = /^[\p{L}\p{N}]{2,}(_[\p{L}\p{N}]{2,})+$/u.test(core);
var isFormula = !isName && /[\\^_=+*'‖|ᵀ²³√∑Σ∇∂⊙∘•()\/<>≤≥−]/.test(core) || (/-/.test(core) && !/[A-Za-z]{3}/.test(core))
|| /^[A-Za-zα-ωΑ-Ω]\p{M}*[0-9]?$/u.test(core.normalize("NFD")) || (terms.tokens(core).length === 1 && /^[α-ωΑ-Ω]$/.test(terms.tokens(core)[0]))
||core==="nabla"||short(core)&&(begins(parts[place + 1])||place>0&&ends(parts[place - 1]));
if(sign(core)?run.length:isFormula&&(core!=="a"||text.trim()===core))run.push(core);
else{
end();
if(core&&!sign(core)&&!idle.test(core))words.push(core);
}
});
end();
return{
words:terms.split(words.join(" ")),
formulas:formulas.map(function(formula){return terms.bare(terms.tokens(formula));})
.filter(function(list){return list.length>0;}),
literal:formulas.filter(function(formula){return formula.length>2;})
};
}
function share(wanted,signs){
if(wanted.length===1)return signs.indexOf(wanted[0])<0?0:1;
var size=Math.min(3,wanted.length),text=" "+ signs.join(" ")+" ";
if(text.indexOf(" "+ wanted.join(" ")+" ")>=0)return 1;
var hits=0,count=wanted.length - size + 1;
for(var i=0;i<count;i++){
if(text.indexOf(" "+ wanted.slice(i,i + size).join(" ")+" ")>=0)hits++;
}
return (0.9 * hits) / count;
}
function byFormulas(formulas){
var found={};
data.sections.forEach(function(section,id){
var total=0,best=null;
var hasAll=formulas.every(function(wanted){
var top=0;
section[4].forEach(function(formula,place){
var all=formula.split(" "),signs=terms.bare(all);
var score=share(wanted,signs);
if(score<0.55)return;
if(wanted.length===1&&signs[0]===wanted[0]&&(signs[1]==="∈"||signs[1]==="="))score +=0.5;
if (wanted.length > 1 && score >= 1) score += Math.min(1, wanted.length / signs.length);
if(signs.length>1)score +=0.05;
if(score>top){top=score;best=all;}
});
total +=top;
return top>0;
});
if (hasAll) found[id] = { score: total / formulas.length, formula: best };
});
return found;
}
function byText(parts){
var found={};
data.sections.forEach(function(section,id){
var text=terms.folded(section[2] +" "+ section[3]);
if(parts.every(function(part){return text.indexOf(terms.folded(part))>=0;}))found[id]={score:1};
});
return found;
}
function hits(word,options){
var found={};
index.query(function(query){query.term(word,options);}).forEach(function(hit){
found[hit.ref]={score:hit.score,terms:Object.keys(hit.matchData.metadata)};
});
return found;
}
function byWord(word,isLast){
var found=hits(word,{});
if(isLast||!Object.keys(found).length){
var longer=hits(word,{wildcard:lunr.Query.wildcard.TRAILING,usePipeline:false});
Object.keys(longer).forEach(function(id){
if(found[id])found[id].terms=found[id].terms.concat(longer[id].terms);
else found[id] = { score: longer[id].score / 4, terms: longer[id].terms };
});
}
return Object.keys(found).length||word.length<5?found:hits(word,{editDistance:1});
}
var written=[];
function plain(id){
if(!written[id]){
var section=data.sections[id],page=data.pages[section[0]];
written[id]=[section[2],section[1]?"":page[1],section[3]].map(function(text){
return" "+ terms.split(text).join(" ")+" ";
});
}
return written[id];
}
function byWords(words){
var found={};
words.forEach(function(word,place){
var hit=byWord(word,place===words.length - 1);
Object.keys(hit).forEach(function(id){
var all=found[id]||(found[id]={score:0,terms:[]});
var isWritten=plain(id).some(function(text){return text.indexOf(" "+ word +" ")>=0;});
all.score += Math.min(9, hit[id].score) + 20 / words.length + (isWritten ? 30 / words.length : 0);
all.terms=all.terms.concat(hit[id].terms);
});
});
var whole=" "+ words.join(" ")+" ";
Object.keys(found).forEach(function(id){
var text=plain(id);
if(text[1]===whole)found[id].score +=60;
else if(text[0]===whole)found[id].score +=40;
else if((text[0] + text[1]).indexOf(whole)>=0)found[id].score +=20;
});
return found;
}
function search(text,language){
var asked=question(text);
var formulas=asked.formulas.length?byFormulas(asked.formulas):{};
if(asked.literal.length&&!Object.keys(formulas).length)formulas=byText(asked.literal);
var words=asked.words.length?byWords(asked.words):{};
var ids=Object.keys(Object.assign({},formulas,words));
var all=(asked.formulas.length>0)+(asked.words.length>0);
return ids.map(function(id){
var formula=formulas[id],word=words[id],section=data.sections[id];
var kinds=(formula?1:0)+(word?1:0);
return{
section:section,formula:formula&&formula.formula,
words:asked.words,terms:word?word.terms:[],
score:(formula?formula.score*10:0)+(word?word.score:0)+(kinds===all?100:0)
+((data.pages[section[0]][3]||"")===(language||"")?500:0)
-(data.pages[section[0]][2]?1000:0)
};
}).sort(function(a,b){return b.score - a.score||0;}).slice(0,30);
}
return search;
}
(function(){
"use strict";
var terms=docgenTerms();
var root = document.currentScript.src.replace(/[^/]*$/, "");
var data,find,results=[],active=-1,state="";
var labels={
de:{
"Search":"Suchen","Words, a symbol, or a formula":"Wörter, ein Zeichen oder eine Formel",
"Results":"Ergebnisse","Close":"Schließen","Search this site":"Diese Website durchsuchen",
"Nothing found.":"Nichts gefunden.","1 section":"1 Abschnitt","sections":"Abschnitte",
"The first 30 sections":"Die ersten 30 Abschnitte","Loading the index …":"Das Verzeichnis wird geladen …",
"The index cannot be loaded: ":"Das Verzeichnis ist nicht zu laden: "
},
fr:{
"Search":"Rechercher","Words, a symbol, or a formula":"Des mots, un symbole ou une formule",
"Results":"Résultats","Close":"Fermer","Search this site":"Rechercher dans ce site",
"Nothing found.":"Rien trouvé.","1 section":"1 section","sections":"sections",
"The first 30 sections":"Les 30 premières sections","Loading the index …":"Chargement de l’index …",
"The index cannot be loaded: ":"L’index ne peut pas être chargé : "
},
zh:{
"Search":"搜索","Words, a symbol, or a formula":"词语、符号或公式","Results":"结果","Close":"关闭",
"Search this site":"搜索本站","Nothing found.":"没有找到。","1 section":"1 节","sections":"节",
"The first 30 sections":"前 30 节","Loading the index …":"正在加载索引……",
"The index cannot be loaded: ":"无法加载索引："
}
}[document.documentElement.lang.split("-")[0]]||{};
function said(word){return labels[word]||word;}
function make(name,attributes,children){
var element=document.createElement(name);
Object.keys(attributes).forEach(function(key){element.setAttribute(key,attributes[key]);});
(children||[]).forEach(function(child){element.append(child);});
return element;
}
var input=make("input",{
type:"search",id:"searchBox",role:"combobox","aria-expanded":"false",
"aria-controls":"searchResults","aria-autocomplete":"list",autocomplete:"off",
autocapitalize:"off",spellcheck:"false","aria-label":said("Search"),
placeholder:said("Words, a symbol, or a formula")
});
var list=make("ul",{id:"searchResults",role:"listbox","aria-label":said("Results")});
var status=make("p",{role:"status",class:"search-status"});
var close=make("button",{type:"button",class:"search-close"},[said("Close")]);
var dialog=make("dialog",{class:"search-dialog","aria-label":said("Search this site")},[
make("div",{class:"search-head"},[input,close]),list,status
]);
document.body.append(dialog);
function stem(word){return lunr.stemmer(new lunr.Token(word,{})).toString();}
function places(text,result){
var stemmed={},found=[];
result.terms.forEach(function(term){stemmed[term]=true;});
text.replace(/[\p{L}\p{M}\p{N}]+/gu, function (word, at) {
var split=terms.split(word);
if(split.length===1&&split[0].length>1){
if(result.words.indexOf(split[0])>=0||stemmed[stem(split[0])])found.push([at,at + word.length]);
}else result.words.forEach(function(part){
for(var i=word.indexOf(part);i>=0;i=word.indexOf(part,i + 1))found.push([at + i,at + i + part.length]);
});
return word;
});
return found.sort(function(a,b){return a[0] - b[0];});
}
function marked(text,result){
var out=make("span",{}),end=0;
places(text,result).forEach(function(place){
if(place[1]<=end)return;
var start=Math.max(end,place[0]);
out.append(text.slice(end,start),make("mark",{},[text.slice(start,place[1])]));
end=place[1];
});
out.append(text.slice(end));
return out;
}
function excerpt(text,result){
var found=places(text,result),at=found.length?found[0][0]:-1;
var start=Math.max(0,at - 50);
if(start>0)start=Math.min(at,text.indexOf(" ",start)+ 1);
var end=Math.min(text.length,start + 150);
return(start>0?"… ":"")+ text.slice(start,end)+(end<text.length?" …":"");
}
function option(result,number){
var section=result.section,page=data.pages[section[0]];
var title=make("span",{class:"search-title"});
if(section[2]!==page[1])title.append(make("span",{class:"search-page"},[page[1] +" › "]));
title.append(marked(section[2],result));
var item=make("li",{
role:"option",id:"searchResult"+ number,"aria-selected":"false",
"data-href":root + page[0].split("/").map(encodeURIComponent).join("/")
+(section[1]?"#"+ encodeURIComponent(section[1]):"")
},[title]);
if(result.formula)item.append(make("span",{class:"search-formula"},[terms.shown(result.formula)]));
if(!result.formula||result.words.length){
var line=make("span",{class:"search-excerpt"},[marked(excerpt(section[3],result),result)]);
item.append(line);
}
item.addEventListener("click",function(){go(number);});
item.addEventListener("mousemove",function(){if(active!==number)select(number);});
return item;
}
function language(){
var own=document.documentElement.lang;
return data.pages.some(function(page){return page[3]===own;})?own:"";
}
function show(){
var text=input.value;
results=find&&text.trim()?find(text,language()):[];
list.replaceChildren.apply(list,results.map(option));
input.setAttribute("aria-expanded",String(results.length>0));
list.hidden=results.length===0;
status.textContent=state||(!text.trim()?"":results.length===0?said("Nothing found.")
:results.length===1?said("1 section")
:results.length===30?said("The first 30 sections"):results.length +" "+ said("sections"));
select(results.length?0:-1);
}
function select(number){
if(list.children[active])list.children[active].setAttribute("aria-selected","false");
active=number;
var item=list.children[number];
if(!item){
input.removeAttribute("aria-activedescendant");
return;
}
item.setAttribute("aria-selected","true");
item.scrollIntoView({block:"nearest"});
input.setAttribute("aria-activedescendant",item.id);
}
function go(number){
var item=list.children[number];
if(!item)return;
dialog.close();
location.href=item.getAttribute("data-href");
}
input.addEventListener("input",show);
input.addEventListener("keydown",function(event){
var count=results.length,key=event.key;
if(event.isComposing)return;
if(key==="ArrowDown"&&count)select((active + 1)% count);
else if(key==="ArrowUp"&&count)select((active + count - 1)% count);
else if(key==="Enter")go(active);
else if(key==="Escape")dialog.close();
else return;
event.preventDefault();
});
close.addEventListener("click",function(){dialog.close();});
dialog.addEventListener("click",function(event){if(event.target===dialog)dialog.close();});
function load(file){
return new Promise(function(done,failed){
var script=make("script",{src:root + file});
script.onload=done;
script.onerror=failed;
document.head.append(script);
});
}
window.docgenSearch={
index:function(written){data=docgenSections(terms,written);},
open:function(){
if(!dialog.open)dialog.showModal();
input.focus();
input.select();
if(data||state)return;
state=said("Loading the index …");
show();
Promise.all([load("vendor/lunr/lunr.min.js"),load("docgen-index.js")]).then(function(){
find=docgenQuery(terms,lunr,data);
state="";
show();
},function(){
state=said("The index cannot be loaded: ")+"docgen-index.js, vendor/lunr/lunr.min.js";
show();
});
}
};
show();
})();
