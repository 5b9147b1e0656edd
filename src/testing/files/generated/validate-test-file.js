// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// Generated from schemas/connector-test.schema.json by scripts/build-schemas.mjs.
"use strict";
export const validateTestFile = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://unpkg.com/connector-cli/schemas/connector-test.schema.json","title":"connector-cli tests","description":"Cases that call a connector on answers that they bring along, and say what has to come back. What stands beside `cases` holds for each of them.","type":"object","additionalProperties":false,"required":["cases"],"examples":[{"connector":"contact-orders","cases":[{"name":"joins the contact's orders","request":{"payload":{"userId":"usr_123"}},"upstream":[{"step":"contact","respond":{"json":{"id":7}}},{"step":"orders","respond":{"file":"fixtures/orders.json"}}],"expect":{"status":200,"json":{"orders":[{"id":1}]}}}]}],"properties":{"$schema":{"type":"string","title":"Schema","description":"Where editors find this schema."},"connector":{"$ref":"#/definitions/connector"},"kind":{"$ref":"#/definitions/kind"},"user":{"$ref":"#/definitions/user"},"env":{"$ref":"#/definitions/env"},"request":{"$ref":"#/definitions/request"},"now":{"$ref":"#/definitions/now"},"variables":{"$ref":"#/definitions/variables"},"secrets":{"$ref":"#/definitions/secrets"},"upstream":{"$ref":"#/definitions/upstream"},"cases":{"type":"array","title":"Cases","description":"Each is one call of a connector.","minItems":1,"items":{"$ref":"#/definitions/case"}}},"definitions":{"case":{"type":"object","title":"Case","description":"One call of a connector and what has to come back. Without `expect` the status has to be below 400.","additionalProperties":false,"required":["name"],"properties":{"name":{"type":["string","number"],"title":"Name","description":"What the case shows; no other case of the file has the same name.","pattern":"[^\\s]","examples":["joins the contact's orders"]},"connector":{"$ref":"#/definitions/connector"},"kind":{"$ref":"#/definitions/kind"},"user":{"$ref":"#/definitions/user"},"env":{"$ref":"#/definitions/env"},"request":{"$ref":"#/definitions/request"},"now":{"$ref":"#/definitions/now"},"variables":{"$ref":"#/definitions/variables"},"secrets":{"$ref":"#/definitions/secrets"},"upstream":{"$ref":"#/definitions/upstream"},"expect":{"$ref":"#/definitions/expect"},"skip":{"type":["boolean","string"],"title":"Skip","description":"Leaves the case out; best with the reason.","examples":["until the upstream answers again"]},"only":{"type":"boolean","title":"Only","description":"Runs the cases that say so and no others."}}},"connector":{"type":"string","title":"Connector","description":"The permalink of the connector or composite that is called.","pattern":"[^\\s]","examples":["contact-orders"]},"kind":{"type":"string","title":"Kind","description":"Which of the two is meant where a simple connector and a composite have the same permalink.","enum":["simple","composite"]},"user":{"type":"string","title":"User","description":"Who is signed in: a user of the configuration, or `anonymous`. By default the configuration's default user.","pattern":"[^\\s]","examples":["ada","anonymous"]},"env":{"type":"string","title":"Environment","description":"An environment of the configuration.","pattern":"[^\\s]"},"request":{"type":"object","title":"Request","description":"What the widget sends. A case replaces the file's groups one by one; the configuration's mock request holds for the others.","additionalProperties":false,"properties":{"payload":{"title":"Payload","description":"The body: any JSON value; a text is sent as it is. Numbers are sent as they are written.","examples":[{"userId":"usr_123"}]},"query":{"$ref":"#/definitions/values","title":"Query","description":"Query parameters.","examples":[{"format":"json"}]},"headers":{"$ref":"#/definitions/values","title":"Headers","description":"Headers."},"pathParams":{"$ref":"#/definitions/values","title":"Path parameters","description":"For the pathParams of a simple connector's URL."},"method":{"$ref":"#/definitions/method","description":"The HTTP method of the call; by default the one that the widget SDK uses."}}},"now":{"type":["integer","string"],"title":"Time","description":"What now() gives in templates: Unix seconds, or an ISO 8601 time, UTC where it names no zone.","examples":["2026-01-02T03:04:05Z",1767323045]},"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"variables":{"type":"object","title":"Variables","description":"Values for get_variable('name'), over the configuration's.","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"}},"secrets":{"type":"object","title":"Mock secrets","description":"Values for get_secret('name'), over all others. Mock values only, as the file is no secret.","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"},"examples":[{"api_key":"mock-key"}]},"upstream":{"type":["array","object"],"title":"Upstream","description":"The only answers there are: a call that fits none fails the case. The first mock that fits and has answers left is taken; those of the case come before those of the file. Or the answers of a recorded run: { replay: file }.","if":{"type":"array"},"then":{"items":{"$ref":"#/definitions/mock"}},"else":{"type":"object","additionalProperties":false,"required":["replay"],"properties":{"replay":{"type":"string","title":"Recording","description":"Path of a file that `run --record` has written, relative to this file.","pattern":"[^\\s]"}}},"examples":[[{"step":"contact","respond":{"json":{"id":7}}}],{"replay":"recordings/contact-orders.json"}]},"mock":{"type":"object","title":"Mock","description":"One answer and the calls that it is for: every condition has to hold. Without any it is for every call of a step.","additionalProperties":false,"required":["respond"],"properties":{"step":{"$ref":"#/definitions/step"},"token":{"$ref":"#/definitions/token"},"method":{"$ref":"#/definitions/method"},"url":{"$ref":"#/definitions/url"},"query":{"$ref":"#/definitions/patterns","title":"Query","description":"Parameters that have these values; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"contact_id":"7"}]},"headers":{"$ref":"#/definitions/patterns","title":"Headers","description":"Headers that have these values, whatever the case of their names; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"authorization":"/^Bearer /"}]},"body":{"type":"string","title":"Body","description":"The body as text. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"json":{"title":"JSON body","description":"The body read as JSON has this in it; further members of objects may be there."},"times":{"type":"integer","minimum":1,"title":"Times","description":"How many calls it answers. Any number where it is absent."},"respond":{"$ref":"#/definitions/respond"}}},"step":{"type":"string","title":"Step","description":"A call of this step; of a simple connector its permalink.","pattern":"[^\\s]"},"token":{"type":"string","title":"Token request","description":"The request for an access token to this URL, its query included. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash.","pattern":"[^\\s]","examples":["https://auth.example.com/oauth/token"]},"method":{"type":"string","title":"Method","description":"The HTTP method.","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","patternErrorMessage":"must be the name of an HTTP method.","examples":["GET","POST"]},"url":{"type":"string","title":"URL","description":"The whole URL; its query is held against `query`, where further parameters may be there. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash.","pattern":"[^\\s]","examples":["https://api.example.com/orders","/\\/orders\\/\\d+$/"]},"scalar":{"type":["string","number","boolean"]},"values":{"type":"object","additionalProperties":{"$ref":"#/definitions/scalar"}},"patterns":{"type":"object","additionalProperties":{"type":["string","number","boolean","null"]}},"respond":{"type":["object","array"],"title":"Answer","description":"What comes back. A list answers successive calls, its last one every further call.","if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/definitions/answer"}},"else":{"$ref":"#/definitions/answer"}},"answer":{"type":"object","title":"Answer","description":"Status 200 without a body unless it says otherwise. At most one of json, body, file and base64; or networkError or timeout in place of an answer.","additionalProperties":false,"properties":{"status":{"type":"integer","minimum":200,"maximum":599,"title":"Status","description":"200 where it is absent.","examples":[200,404,503]},"headers":{"type":"object","title":"Headers","description":"A list of values sends the header several times.","additionalProperties":{"type":["string","number","boolean","array"],"items":{"$ref":"#/definitions/scalar"}}},"json":{"title":"JSON body","description":"Any JSON value, its numbers as they are written. Sets Content-Type to application/json unless `headers` does.","examples":[{"id":7}]},"body":{"type":"string","title":"Body","description":"The body as text, in UTF-8."},"file":{"type":"string","title":"Fixture","description":"Path of a file with the body, relative to this file. A .json file has to hold JSON, and sets Content-Type to application/json unless `headers` does.","pattern":"[^\\s]","examples":["fixtures/orders.json"]},"base64":{"type":"string","title":"Bytes","description":"The body as bytes, in Base64."},"delayMs":{"type":"integer","minimum":0,"maximum":2147483647,"title":"Delay","description":"Milliseconds before the answer."},"networkError":{"type":"string","title":"Network error","description":"The call fails with this code.","pattern":"^[A-Z][A-Z0-9_]*$","patternErrorMessage":"must be a code in capitals, ECONNRESET for example.","examples":["ECONNRESET","ECONNREFUSED","ENOTFOUND","CERT_HAS_EXPIRED"]},"timeout":{"type":"boolean","title":"Timeout","description":"true: no answer ever comes."}}},"expect":{"type":"object","title":"Expectation","description":"What has to come back. What is not named is not looked at.","additionalProperties":false,"properties":{"status":{"type":"integer","minimum":100,"maximum":599,"title":"Status","description":"The status of the answer."},"json":{"title":"JSON","description":"The whole answer, read as JSON."},"jsonContains":{"title":"Part of the JSON","description":"Part of the answer, read as JSON: members and items of lists that are not named may be there; items keep their order, each is matched by part."},"body":{"type":"string","title":"Body","description":"The answer as text; an empty text where nothing may come. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"headers":{"$ref":"#/definitions/patterns","title":"Headers","description":"Headers of the answer, whatever the case of their names; others may be there. Text, or `/pattern/`; null for one that is not there."},"scope":{"type":["string","null"],"title":"Scope","description":"errors.scope to the letter; null for an answer without one.","examples":["Composite step 'orders' (index 1): Downstream (HTTP error)"]},"code":{"type":["string","null"],"title":"Code","description":"errors.code; null for an answer without one."},"detail":{"type":"string","title":"Detail","description":"errors.detail. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"sent":{"type":"array","title":"Sent","description":"Calls that were sent, in this order; others may be there.","items":{"$ref":"#/definitions/sent"}},"warnings":{"type":"array","title":"Warnings","description":"The codes of the warnings, in any order; an empty list asks for none.","items":{"type":"string"},"examples":[[],["missing-secret"]]},"snapshot":{"type":"boolean","title":"Snapshot","description":"Compares the answer with the snapshot file; `--update` writes it."}}},"sent":{"type":"object","title":"Sent call","description":"One call that was sent.","additionalProperties":false,"properties":{"step":{"$ref":"#/definitions/step"},"token":{"$ref":"#/definitions/token"},"method":{"$ref":"#/definitions/method"},"url":{"$ref":"#/definitions/url"},"query":{"$ref":"#/definitions/patterns","title":"Query","description":"Parameters that have these values; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"contact_id":"7"}]},"headers":{"$ref":"#/definitions/patterns","title":"Headers","description":"Headers that have these values, whatever the case of their names; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"authorization":"/^Bearer /"}]},"body":{"type":"string","title":"Body","description":"The body as text. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"json":{"title":"JSON body","description":"The whole body, read as JSON."},"jsonContains":{"title":"Part of the JSON body","description":"Part of the body, read as JSON: members that are not named may be there."}}}}};
const schema12 = {"type":"string","title":"Connector","description":"The permalink of the connector or composite that is called.","pattern":"[^\\s]","examples":["contact-orders"]};
const schema13 = {"type":"string","title":"Kind","description":"Which of the two is meant where a simple connector and a composite have the same permalink.","enum":["simple","composite"]};
const schema14 = {"type":"string","title":"User","description":"Who is signed in: a user of the configuration, or `anonymous`. By default the configuration's default user.","pattern":"[^\\s]","examples":["ada","anonymous"]};
const schema15 = {"type":"string","title":"Environment","description":"An environment of the configuration.","pattern":"[^\\s]"};
const schema20 = {"type":["integer","string"],"title":"Time","description":"What now() gives in templates: Unix seconds, or an ISO 8601 time, UTC where it names no zone.","examples":["2026-01-02T03:04:05Z",1767323045]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("[^\\s]", "u");
const schema16 = {"type":"object","title":"Request","description":"What the widget sends. A case replaces the file's groups one by one; the configuration's mock request holds for the others.","additionalProperties":false,"properties":{"payload":{"title":"Payload","description":"The body: any JSON value; a text is sent as it is. Numbers are sent as they are written.","examples":[{"userId":"usr_123"}]},"query":{"$ref":"#/definitions/values","title":"Query","description":"Query parameters.","examples":[{"format":"json"}]},"headers":{"$ref":"#/definitions/values","title":"Headers","description":"Headers."},"pathParams":{"$ref":"#/definitions/values","title":"Path parameters","description":"For the pathParams of a simple connector's URL."},"method":{"$ref":"#/definitions/method","description":"The HTTP method of the call; by default the one that the widget SDK uses."}}};
const schema19 = {"type":"string","title":"Method","description":"The HTTP method.","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","patternErrorMessage":"must be the name of an HTTP method.","examples":["GET","POST"]};
const schema17 = {"type":"object","additionalProperties":{"$ref":"#/definitions/scalar"}};
const schema18 = {"type":["string","number","boolean"]};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema18.type},message:"must be string,number,boolean",schema:schema18.type,parentSchema:schema18,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const pattern3 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "payload") || (key0 === "query")) || (key0 === "headers")) || (key0 === "pathParams")) || (key0 === "method"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.query !== undefined){
if(!(validate12(data.query, {instancePath:instancePath+"/query",parentData:data,parentDataProperty:"query",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.headers !== undefined){
if(!(validate12(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.pathParams !== undefined){
if(!(validate12(data.pathParams, {instancePath:instancePath+"/pathParams",parentData:data,parentDataProperty:"pathParams",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.method !== undefined){
let data3 = data.method;
if(typeof data3 === "string"){
if(!pattern3.test(data3)){
const err1 = {instancePath:instancePath+"/method",schemaPath:"#/definitions/method/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema19,data:data3};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/method",schemaPath:"#/definitions/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema21 = {"type":"object","title":"Variables","description":"Values for get_variable('name'), over the configuration's.","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"}};
const schema22 = {"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"};
const pattern4 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern4.test(key0)){
const err0 = {instancePath,schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema22,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.type,parentSchema:schema22,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema21.propertyNames,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.additionalProperties.type,parentSchema:schema21.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema23 = {"type":"object","title":"Mock secrets","description":"Values for get_secret('name'), over all others. Mock values only, as the file is no secret.","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"},"examples":[{"api_key":"mock-key"}]};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern4.test(key0)){
const err0 = {instancePath,schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema22,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.type,parentSchema:schema22,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema23.propertyNames,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":["array","object"],"title":"Upstream","description":"The only answers there are: a call that fits none fails the case. The first mock that fits and has answers left is taken; those of the case come before those of the file. Or the answers of a recorded run: { replay: file }.","if":{"type":"array"},"then":{"items":{"$ref":"#/definitions/mock"}},"else":{"type":"object","additionalProperties":false,"required":["replay"],"properties":{"replay":{"type":"string","title":"Recording","description":"Path of a file that `run --record` has written, relative to this file.","pattern":"[^\\s]"}}},"examples":[[{"step":"contact","respond":{"json":{"id":7}}}],{"replay":"recordings/contact-orders.json"}]};
const schema26 = {"type":"object","title":"Mock","description":"One answer and the calls that it is for: every condition has to hold. Without any it is for every call of a step.","additionalProperties":false,"required":["respond"],"properties":{"step":{"$ref":"#/definitions/step"},"token":{"$ref":"#/definitions/token"},"method":{"$ref":"#/definitions/method"},"url":{"$ref":"#/definitions/url"},"query":{"$ref":"#/definitions/patterns","title":"Query","description":"Parameters that have these values; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"contact_id":"7"}]},"headers":{"$ref":"#/definitions/patterns","title":"Headers","description":"Headers that have these values, whatever the case of their names; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"authorization":"/^Bearer /"}]},"body":{"type":"string","title":"Body","description":"The body as text. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"json":{"title":"JSON body","description":"The body read as JSON has this in it; further members of objects may be there."},"times":{"type":"integer","minimum":1,"title":"Times","description":"How many calls it answers. Any number where it is absent."},"respond":{"$ref":"#/definitions/respond"}}};
const schema27 = {"type":"string","title":"Step","description":"A call of this step; of a simple connector its permalink.","pattern":"[^\\s]"};
const schema28 = {"type":"string","title":"Token request","description":"The request for an access token to this URL, its query included. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash.","pattern":"[^\\s]","examples":["https://auth.example.com/oauth/token"]};
const schema30 = {"type":"string","title":"URL","description":"The whole URL; its query is held against `query`, where further parameters may be there. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash.","pattern":"[^\\s]","examples":["https://api.example.com/orders","/\\/orders\\/\\d+$/"]};
const schema31 = {"type":"object","additionalProperties":{"type":["string","number","boolean","null"]}};
const schema33 = {"type":["object","array"],"title":"Answer","description":"What comes back. A list answers successive calls, its last one every further call.","if":{"type":"array"},"then":{"minItems":1,"items":{"$ref":"#/definitions/answer"}},"else":{"$ref":"#/definitions/answer"}};
const schema34 = {"type":"object","title":"Answer","description":"Status 200 without a body unless it says otherwise. At most one of json, body, file and base64; or networkError or timeout in place of an answer.","additionalProperties":false,"properties":{"status":{"type":"integer","minimum":200,"maximum":599,"title":"Status","description":"200 where it is absent.","examples":[200,404,503]},"headers":{"type":"object","title":"Headers","description":"A list of values sends the header several times.","additionalProperties":{"type":["string","number","boolean","array"],"items":{"$ref":"#/definitions/scalar"}}},"json":{"title":"JSON body","description":"Any JSON value, its numbers as they are written. Sets Content-Type to application/json unless `headers` does.","examples":[{"id":7}]},"body":{"type":"string","title":"Body","description":"The body as text, in UTF-8."},"file":{"type":"string","title":"Fixture","description":"Path of a file with the body, relative to this file. A .json file has to hold JSON, and sets Content-Type to application/json unless `headers` does.","pattern":"[^\\s]","examples":["fixtures/orders.json"]},"base64":{"type":"string","title":"Bytes","description":"The body as bytes, in Base64."},"delayMs":{"type":"integer","minimum":0,"maximum":2147483647,"title":"Delay","description":"Milliseconds before the answer."},"networkError":{"type":"string","title":"Network error","description":"The call fails with this code.","pattern":"^[A-Z][A-Z0-9_]*$","patternErrorMessage":"must be a code in capitals, ECONNRESET for example.","examples":["ECONNRESET","ECONNREFUSED","ENOTFOUND","CERT_HAS_EXPIRED"]},"timeout":{"type":"boolean","title":"Timeout","description":"true: no answer ever comes."}}};
const pattern11 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema34.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.status.type,parentSchema:schema34.properties.status,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 599 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599",schema:599,parentSchema:schema34.properties.status,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 200 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 200},message:"must be >= 200",schema:200,parentSchema:schema34.properties.status,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.headers !== undefined){
let data1 = data.headers;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if((((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))) && (typeof data2 !== "boolean")) && (!(Array.isArray(data2)))){
const err4 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/headers/additionalProperties/type",keyword:"type",params:{type: schema34.properties.headers.additionalProperties.type},message:"must be string,number,boolean,array",schema:schema34.properties.headers.additionalProperties.type,parentSchema:schema34.properties.headers.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")){
const err5 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema18.type},message:"must be string,number,boolean",schema:schema18.type,parentSchema:schema18,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.headers.type,parentSchema:schema34.properties.headers,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.body !== undefined){
let data4 = data.body;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.body.type,parentSchema:schema34.properties.body,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.file !== undefined){
let data5 = data.file;
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err8 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema34.properties.file,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.file.type,parentSchema:schema34.properties.file,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.base64 !== undefined){
let data6 = data.base64;
if(typeof data6 !== "string"){
const err10 = {instancePath:instancePath+"/base64",schemaPath:"#/properties/base64/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.base64.type,parentSchema:schema34.properties.base64,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.delayMs !== undefined){
let data7 = data.delayMs;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err11 = {instancePath:instancePath+"/delayMs",schemaPath:"#/properties/delayMs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.delayMs.type,parentSchema:schema34.properties.delayMs,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 2147483647 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/delayMs",schemaPath:"#/properties/delayMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema34.properties.delayMs,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err13 = {instancePath:instancePath+"/delayMs",schemaPath:"#/properties/delayMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34.properties.delayMs,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.networkError !== undefined){
let data8 = data.networkError;
if(typeof data8 === "string"){
if(!pattern11.test(data8)){
const err14 = {instancePath:instancePath+"/networkError",schemaPath:"#/properties/networkError/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\"",schema:"^[A-Z][A-Z0-9_]*$",parentSchema:schema34.properties.networkError,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/networkError",schemaPath:"#/properties/networkError/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.networkError.type,parentSchema:schema34.properties.networkError,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.timeout !== undefined){
let data9 = data.timeout;
if(typeof data9 !== "boolean"){
const err16 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.properties.timeout.type,parentSchema:schema34.properties.timeout,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema33.type},message:"must be object,array",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(!(Array.isArray(data))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs4 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema33.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(!(validate24(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema33.if,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.respond === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "respond"},message:"must have required property '"+"respond"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema26.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.step !== undefined){
let data0 = data.step;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err2 = {instancePath:instancePath+"/step",schemaPath:"#/definitions/step/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema27,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/step",schemaPath:"#/definitions/step/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.type,parentSchema:schema27,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.token !== undefined){
let data1 = data.token;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema28,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.type,parentSchema:schema28,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.method !== undefined){
let data2 = data.method;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
const err6 = {instancePath:instancePath+"/method",schemaPath:"#/definitions/method/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/method",schemaPath:"#/definitions/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.url !== undefined){
let data3 = data.url;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err8 = {instancePath:instancePath+"/url",schemaPath:"#/definitions/url/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema30,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/url",schemaPath:"#/definitions/url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.type,parentSchema:schema30,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.query !== undefined){
let data4 = data.query;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
let data5 = data4[key1];
if((((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err10 = {instancePath:instancePath+"/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/patterns/additionalProperties/type",keyword:"type",params:{type: schema31.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema31.additionalProperties.type,parentSchema:schema31.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/query",schemaPath:"#/definitions/patterns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.headers !== undefined){
let data6 = data.headers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if((((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err12 = {instancePath:instancePath+"/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/patterns/additionalProperties/type",keyword:"type",params:{type: schema31.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema31.additionalProperties.type,parentSchema:schema31.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/headers",schemaPath:"#/definitions/patterns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.body !== undefined){
let data8 = data.body;
if(typeof data8 !== "string"){
const err14 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.body.type,parentSchema:schema26.properties.body,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.times !== undefined){
let data9 = data.times;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err15 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema26.properties.times.type,parentSchema:schema26.properties.times,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err16 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema26.properties.times,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.respond !== undefined){
if(!(validate23(data.respond, {instancePath:instancePath+"/respond",parentData:data,parentDataProperty:"respond",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema25.type},message:"must be array,object",schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(!(Array.isArray(data))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs4 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.replay === undefined){
const err2 = {instancePath,schemaPath:"#/else/required",keyword:"required",params:{missingProperty: "replay"},message:"must have required property '"+"replay"+"'",schema:schema25.else.required,parentSchema:schema25.else,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "replay")){
const err3 = {instancePath,schemaPath:"#/else/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema25.else,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.replay !== undefined){
let data1 = data.replay;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/replay",schemaPath:"#/else/properties/replay/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema25.else.properties.replay,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/replay",schemaPath:"#/else/properties/replay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.else.properties.replay.type,parentSchema:schema25.else.properties.replay,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/else/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.else.type,parentSchema:schema25.else,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err7 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema25.if,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

const schema36 = {"type":"object","title":"Case","description":"One call of a connector and what has to come back. Without `expect` the status has to be below 400.","additionalProperties":false,"required":["name"],"properties":{"name":{"type":["string","number"],"title":"Name","description":"What the case shows; no other case of the file has the same name.","pattern":"[^\\s]","examples":["joins the contact's orders"]},"connector":{"$ref":"#/definitions/connector"},"kind":{"$ref":"#/definitions/kind"},"user":{"$ref":"#/definitions/user"},"env":{"$ref":"#/definitions/env"},"request":{"$ref":"#/definitions/request"},"now":{"$ref":"#/definitions/now"},"variables":{"$ref":"#/definitions/variables"},"secrets":{"$ref":"#/definitions/secrets"},"upstream":{"$ref":"#/definitions/upstream"},"expect":{"$ref":"#/definitions/expect"},"skip":{"type":["boolean","string"],"title":"Skip","description":"Leaves the case out; best with the reason.","examples":["until the upstream answers again"]},"only":{"type":"boolean","title":"Only","description":"Runs the cases that say so and no others."}}};
const schema42 = {"type":"object","title":"Expectation","description":"What has to come back. What is not named is not looked at.","additionalProperties":false,"properties":{"status":{"type":"integer","minimum":100,"maximum":599,"title":"Status","description":"The status of the answer."},"json":{"title":"JSON","description":"The whole answer, read as JSON."},"jsonContains":{"title":"Part of the JSON","description":"Part of the answer, read as JSON: members and items of lists that are not named may be there; items keep their order, each is matched by part."},"body":{"type":"string","title":"Body","description":"The answer as text; an empty text where nothing may come. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"headers":{"$ref":"#/definitions/patterns","title":"Headers","description":"Headers of the answer, whatever the case of their names; others may be there. Text, or `/pattern/`; null for one that is not there."},"scope":{"type":["string","null"],"title":"Scope","description":"errors.scope to the letter; null for an answer without one.","examples":["Composite step 'orders' (index 1): Downstream (HTTP error)"]},"code":{"type":["string","null"],"title":"Code","description":"errors.code; null for an answer without one."},"detail":{"type":"string","title":"Detail","description":"errors.detail. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"sent":{"type":"array","title":"Sent","description":"Calls that were sent, in this order; others may be there.","items":{"$ref":"#/definitions/sent"}},"warnings":{"type":"array","title":"Warnings","description":"The codes of the warnings, in any order; an empty list asks for none.","items":{"type":"string"},"examples":[[],["missing-secret"]]},"snapshot":{"type":"boolean","title":"Snapshot","description":"Compares the answer with the snapshot file; `--update` writes it."}}};
const schema44 = {"type":"object","title":"Sent call","description":"One call that was sent.","additionalProperties":false,"properties":{"step":{"$ref":"#/definitions/step"},"token":{"$ref":"#/definitions/token"},"method":{"$ref":"#/definitions/method"},"url":{"$ref":"#/definitions/url"},"query":{"$ref":"#/definitions/patterns","title":"Query","description":"Parameters that have these values; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"contact_id":"7"}]},"headers":{"$ref":"#/definitions/patterns","title":"Headers","description":"Headers that have these values, whatever the case of their names; others may be there. Text, or `/pattern/`; null for one that is not there.","examples":[{"authorization":"/^Bearer /"}]},"body":{"type":"string","title":"Body","description":"The body as text. Text, or a regular expression: `/^Bearer /`, with the flags i, m, s and u behind the second slash."},"json":{"title":"JSON body","description":"The whole body, read as JSON."},"jsonContains":{"title":"Part of the JSON body","description":"Part of the body, read as JSON: members that are not named may be there."}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema44.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.step !== undefined){
let data0 = data.step;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err1 = {instancePath:instancePath+"/step",schemaPath:"#/definitions/step/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema27,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/step",schemaPath:"#/definitions/step/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.type,parentSchema:schema27,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.token !== undefined){
let data1 = data.token;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema28,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.type,parentSchema:schema28,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.method !== undefined){
let data2 = data.method;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
const err5 = {instancePath:instancePath+"/method",schemaPath:"#/definitions/method/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/method",schemaPath:"#/definitions/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.url !== undefined){
let data3 = data.url;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err7 = {instancePath:instancePath+"/url",schemaPath:"#/definitions/url/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema30,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/url",schemaPath:"#/definitions/url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.type,parentSchema:schema30,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.query !== undefined){
let data4 = data.query;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
let data5 = data4[key1];
if((((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err9 = {instancePath:instancePath+"/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/patterns/additionalProperties/type",keyword:"type",params:{type: schema31.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema31.additionalProperties.type,parentSchema:schema31.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/query",schemaPath:"#/definitions/patterns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.headers !== undefined){
let data6 = data.headers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if((((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err11 = {instancePath:instancePath+"/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/patterns/additionalProperties/type",keyword:"type",params:{type: schema31.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema31.additionalProperties.type,parentSchema:schema31.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/headers",schemaPath:"#/definitions/patterns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.body !== undefined){
let data8 = data.body;
if(typeof data8 !== "string"){
const err13 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.body.type,parentSchema:schema44.properties.body,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema42.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema42.properties.status.type,parentSchema:schema42.properties.status,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 599 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599",schema:599,parentSchema:schema42.properties.status,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 100 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},message:"must be >= 100",schema:100,parentSchema:schema42.properties.status,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.body !== undefined){
let data1 = data.body;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.body.type,parentSchema:schema42.properties.body,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.headers !== undefined){
let data2 = data.headers;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
let data3 = data2[key1];
if((((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/patterns/additionalProperties/type",keyword:"type",params:{type: schema31.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema31.additionalProperties.type,parentSchema:schema31.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/headers",schemaPath:"#/definitions/patterns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.scope !== undefined){
let data4 = data.scope;
if((typeof data4 !== "string") && (data4 !== null)){
const err7 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: schema42.properties.scope.type},message:"must be string,null",schema:schema42.properties.scope.type,parentSchema:schema42.properties.scope,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.code !== undefined){
let data5 = data.code;
if((typeof data5 !== "string") && (data5 !== null)){
const err8 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: schema42.properties.code.type},message:"must be string,null",schema:schema42.properties.code.type,parentSchema:schema42.properties.code,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.detail !== undefined){
let data6 = data.detail;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.detail.type,parentSchema:schema42.properties.detail,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sent !== undefined){
let data7 = data.sent;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate36(data7[i0], {instancePath:instancePath+"/sent/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/sent",schemaPath:"#/properties/sent/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.properties.sent.type,parentSchema:schema42.properties.sent,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.warnings !== undefined){
let data9 = data.warnings;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/warnings/" + i1,schemaPath:"#/properties/warnings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.warnings.items.type,parentSchema:schema42.properties.warnings.items,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.properties.warnings.type,parentSchema:schema42.properties.warnings,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.snapshot !== undefined){
let data11 = data.snapshot;
if(typeof data11 !== "boolean"){
const err13 = {instancePath:instancePath+"/snapshot",schemaPath:"#/properties/snapshot/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.snapshot.type,parentSchema:schema42.properties.snapshot,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema36.required,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema36.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema36.properties.name.type},message:"must be string,number",schema:schema36.properties.name.type,parentSchema:schema36.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema36.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.connector !== undefined){
let data1 = data.connector;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/connector",schemaPath:"#/definitions/connector/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/connector",schemaPath:"#/definitions/connector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data2 === "simple") || (data2 === "composite"))){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/kind/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.user !== undefined){
let data3 = data.user;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/user/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.type,parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.env !== undefined){
let data4 = data.env;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err10 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate11(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.now !== undefined){
let data6 = data.now;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (typeof data6 !== "string")){
const err12 = {instancePath:instancePath+"/now",schemaPath:"#/definitions/now/type",keyword:"type",params:{type: schema20.type},message:"must be integer,string",schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.variables !== undefined){
if(!(validate17(data.variables, {instancePath:instancePath+"/variables",parentData:data,parentDataProperty:"variables",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate19(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
if(data.upstream !== undefined){
if(!(validate21(data.upstream, {instancePath:instancePath+"/upstream",parentData:data,parentDataProperty:"upstream",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.expect !== undefined){
if(!(validate35(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.skip !== undefined){
let data11 = data.skip;
if((typeof data11 !== "boolean") && (typeof data11 !== "string")){
const err13 = {instancePath:instancePath+"/skip",schemaPath:"#/properties/skip/type",keyword:"type",params:{type: schema36.properties.skip.type},message:"must be boolean,string",schema:schema36.properties.skip.type,parentSchema:schema36.properties.skip,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.only !== undefined){
let data12 = data.only;
if(typeof data12 !== "boolean"){
const err14 = {instancePath:instancePath+"/only",schemaPath:"#/properties/only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema36.properties.only.type,parentSchema:schema36.properties.only,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://unpkg.com/connector-cli/schemas/connector-test.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cases === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cases"},message:"must have required property '"+"cases"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.connector !== undefined){
let data1 = data.connector;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/connector",schemaPath:"#/definitions/connector/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/connector",schemaPath:"#/definitions/connector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data2 === "simple") || (data2 === "composite"))){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/kind/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.user !== undefined){
let data3 = data.user;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err7 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/user/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.type,parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.env !== undefined){
let data4 = data.env;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err9 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/pattern",keyword:"pattern",params:{pattern: "[^\\s]"},message:"must match pattern \""+"[^\\s]"+"\"",schema:"[^\\s]",parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate11(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.now !== undefined){
let data6 = data.now;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (typeof data6 !== "string")){
const err11 = {instancePath:instancePath+"/now",schemaPath:"#/definitions/now/type",keyword:"type",params:{type: schema20.type},message:"must be integer,string",schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.variables !== undefined){
if(!(validate17(data.variables, {instancePath:instancePath+"/variables",parentData:data,parentDataProperty:"variables",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate19(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
if(data.upstream !== undefined){
if(!(validate21(data.upstream, {instancePath:instancePath+"/upstream",parentData:data,parentDataProperty:"upstream",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.cases !== undefined){
let data10 = data.cases;
if(Array.isArray(data10)){
if(data10.length < 1){
const err12 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.cases,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate30(data10[i0], {instancePath:instancePath+"/cases/" + i0,parentData:data10,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.cases.type,parentSchema:schema11.properties.cases,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

