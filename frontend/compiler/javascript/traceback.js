function trace_from_stack(error){
/* File, line and function of each frame; the line's text where `build.py dev` sent it along. */
const lines=[]
let last,repeated=0
const tell=()=>{if(repeated > 2){lines.push(`  [Previous line repeated ${repeated-2} more times]`)}}
for(let tb=error.__traceback__;tb && tb !==_b_.None;tb=tb.tb_next){
const frame=tb.tb_frame,name=frame[0]==frame[2] ? '<module>' :frame[0]
const place=`  File "${frame.__file__}", line ${tb.tb_lineno}, in ${name}`
if(place===last){
repeated++
if(repeated > 2){continue}}else{
tell()
repeated=0
last=place}
lines.push(place)
const text=($B.file_cache[frame.__file__] ?? globalThis.qiaoSources?.[frame.__file__])?.split('\n')[tb.tb_lineno-1]
if(text){lines.push('    '+text.trim())}}
tell()
return lines.join('\n')+'\n'}
