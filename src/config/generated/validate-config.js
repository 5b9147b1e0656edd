// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// Generated from schemas/connector-config.schema.json by scripts/build-schemas.mjs.
"use strict";
export const validateConfig = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://unpkg.com/connector-cli/schemas/connector-config.schema.json","title":"connector-cli configuration","description":"Personas, mock values and settings for running connectors on your own machine. Every key is optional.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","title":"Schema","description":"Where editors find this schema."},"registry":{"type":"string","title":"Registry file","description":"Path of the registry, relative to this file. By default the nearest connectors_registry.json upward.","pattern":"[^ ]"},"tenantId":{"$ref":"#/definitions/tenantId"},"users":{"$ref":"#/definitions/users"},"defaultUser":{"$ref":"#/definitions/defaultUser"},"variables":{"$ref":"#/definitions/variables"},"secrets":{"$ref":"#/definitions/secrets"},"secretsFile":{"$ref":"#/definitions/secretsFile"},"request":{"$ref":"#/definitions/request"},"environments":{"type":"object","title":"Environments","description":"Settings that replace or complete the others when --env names them.","additionalProperties":{"$ref":"#/definitions/environment"}},"routes":{"$ref":"#/definitions/routes"},"http":{"$ref":"#/definitions/http"},"lint":{"type":"object","title":"Linter","additionalProperties":false,"properties":{"rules":{"type":"object","title":"Severities","description":"The severity of single rules, by rule id.","additionalProperties":{"enum":["error","warn","off"]}},"ignore":{"type":"array","title":"Silenced findings","description":"Single findings that are accepted, each with its reason.","items":{"type":"object","additionalProperties":false,"required":["rule","pointer","reason"],"properties":{"rule":{"type":"string","description":"The rule's id."},"pointer":{"type":"string","description":"JSON pointer of the place in the registry."},"reason":{"type":"string","description":"Why the finding is accepted."}}}}}},"test":{"type":"object","title":"Tests","additionalProperties":false,"properties":{"files":{"type":"array","title":"Test files","description":"Glob patterns of the test files, relative to this file.","items":{"type":"string"}},"coverage":{"type":"object","title":"Coverage","description":"What `test --coverage` reports.","additionalProperties":false,"properties":{"reporters":{"type":"array","title":"Reports","description":"`text` prints a table, `json` and `lcov` write files. By default text alone.","items":{"enum":["text","json","lcov"]}},"directory":{"type":"string","title":"Folder of the files","description":"Where coverage.json and lcov.info are written, relative to this file. By default coverage.","pattern":"[^ ]"},"thresholds":{"type":"object","title":"Thresholds","description":"The least percentage of each category; with less the tests fail.","additionalProperties":false,"properties":{"connectors":{"$ref":"#/definitions/percent","description":"Connectors that a test runs."},"steps":{"$ref":"#/definitions/percent","description":"Steps that a test reaches."},"scopes":{"$ref":"#/definitions/percent","description":"Error scopes that a test provokes."},"branches":{"$ref":"#/definitions/percent","description":"Branches of templates that a test takes."}}}}}}}},"definitions":{"percent":{"type":"number","minimum":0,"maximum":100},"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"tenantId":{"type":"string","title":"Tenant","description":"What templates see as tenant_id."},"users":{"type":"object","title":"Personas","description":"Users that a run can act for, by name. `anonymous` always exists.","additionalProperties":{"$ref":"#/definitions/user"}},"user":{"type":"object","title":"Persona","description":"What templates see as user.*; a field that is absent is None.","additionalProperties":false,"properties":{"id":{"type":["string","integer","null"],"minimum":-9007199254740991,"maximum":9007199254740991,"description":"user.id"},"email":{"type":["string","null"],"description":"user.email"},"first_name":{"type":["string","null"],"description":"user.first_name"},"last_name":{"type":["string","null"],"description":"user.last_name"},"username":{"type":["string","null"],"description":"user.username"},"profile_fields":{"type":"object","description":"user.profile_fields.by_id(<number>): values by the field's number.","propertyNames":{"pattern":"^[0-9]+$"}}}},"defaultUser":{"type":"string","title":"Default persona","description":"Who acts when --user names nobody. By default anonymous."},"variables":{"type":"object","title":"Variables","description":"Stored plain values, for get_variable('name').","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"}},"secrets":{"type":"object","title":"Mock secrets","description":"Values for get_secret('name') that may stand in a repository. `@path` reads a file, `@@` begins a value with an at sign.","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"}},"secretsFile":{"type":"string","title":"Secrets file","description":"Path of a file of NAME=value lines, relative to this file and kept out of git. By default .connector-secrets.env, if it exists.","pattern":"[^ ]"},"values":{"type":"object","additionalProperties":{"type":["string","number","boolean"]}},"request":{"type":"object","title":"Mock request","description":"What the caller sends where the command line does not say.","additionalProperties":false,"properties":{"payload":{"description":"The body: any JSON value; a string is sent as it is."},"query":{"$ref":"#/definitions/values","description":"Query parameters."},"headers":{"$ref":"#/definitions/values","description":"Headers."},"pathParams":{"$ref":"#/definitions/values","description":"Path parameters."}}},"routes":{"type":"object","title":"Routes","description":"Sends an origin's traffic elsewhere: from origin (with or without the beginning of a path) to URL, or to a folder whose files answer (./mocks).","additionalProperties":{"type":"string"}},"http":{"type":"object","title":"HTTP","additionalProperties":false,"properties":{"timeoutMs":{"type":"integer","minimum":1,"maximum":2147483647,"description":"Longest duration of an upstream call, in milliseconds. The platform's is 15000."},"allowPrivateNetwork":{"type":"boolean","description":"Lets URLs name private addresses and plain HTTP, which the platform refuses."},"ca":{"type":"string","pattern":"[^ ]","description":"Path of a PEM file with further certificate authorities, relative to this file."},"proxy":{"type":"string","description":"URL of an HTTP proxy."}}},"environment":{"type":"object","title":"Environment","additionalProperties":false,"properties":{"tenantId":{"$ref":"#/definitions/tenantId"},"users":{"$ref":"#/definitions/users"},"defaultUser":{"$ref":"#/definitions/defaultUser"},"variables":{"$ref":"#/definitions/variables"},"secrets":{"$ref":"#/definitions/secrets"},"secretsFile":{"$ref":"#/definitions/secretsFile"},"request":{"$ref":"#/definitions/request"},"routes":{"$ref":"#/definitions/routes"},"http":{"$ref":"#/definitions/http"}}}}};
const schema12 = {"type":"string","title":"Tenant","description":"What templates see as tenant_id."};
const schema15 = {"type":"string","title":"Default persona","description":"Who acts when --user names nobody. By default anonymous."};
const schema20 = {"type":"string","title":"Secrets file","description":"Path of a file of NAME=value lines, relative to this file and kept out of git. By default .connector-secrets.env, if it exists.","pattern":"[^ ]"};
const schema29 = {"type":"object","title":"Routes","description":"Sends an origin's traffic elsewhere: from origin (with or without the beginning of a path) to URL, or to a folder whose files answer (./mocks).","additionalProperties":{"type":"string"}};
const schema30 = {"type":"object","title":"HTTP","additionalProperties":false,"properties":{"timeoutMs":{"type":"integer","minimum":1,"maximum":2147483647,"description":"Longest duration of an upstream call, in milliseconds. The platform's is 15000."},"allowPrivateNetwork":{"type":"boolean","description":"Lets URLs name private addresses and plain HTTP, which the platform refuses."},"ca":{"type":"string","pattern":"[^ ]","description":"Path of a PEM file with further certificate authorities, relative to this file."},"proxy":{"type":"string","description":"URL of an HTTP proxy."}}};
const schema33 = {"type":"number","minimum":0,"maximum":100};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("[^ ]", "u");
const schema13 = {"type":"object","title":"Personas","description":"Users that a run can act for, by name. `anonymous` always exists.","additionalProperties":{"$ref":"#/definitions/user"}};
const schema14 = {"type":"object","title":"Persona","description":"What templates see as user.*; a field that is absent is None.","additionalProperties":false,"properties":{"id":{"type":["string","integer","null"],"minimum":-9007199254740991,"maximum":9007199254740991,"description":"user.id"},"email":{"type":["string","null"],"description":"user.email"},"first_name":{"type":["string","null"],"description":"user.first_name"},"last_name":{"type":["string","null"],"description":"user.last_name"},"username":{"type":["string","null"],"description":"user.username"},"profile_fields":{"type":"object","description":"user.profile_fields.by_id(<number>): values by the field's number.","propertyNames":{"pattern":"^[0-9]+$"}}}};
const pattern1 = new RegExp("^[0-9]+$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((((((key1 === "id") || (key1 === "email")) || (key1 === "first_name")) || (key1 === "last_name")) || (key1 === "username")) || (key1 === "profile_fields"))){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/user/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema14,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.id !== undefined){
let data1 = data0.id;
if(((typeof data1 !== "string") && (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1))))) && (data1 !== null)){
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/id",schemaPath:"#/definitions/user/properties/id/type",keyword:"type",params:{type: schema14.properties.id.type},message:"must be string,integer,null",schema:schema14.properties.id.type,parentSchema:schema14.properties.id,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/id",schemaPath:"#/definitions/user/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema14.properties.id,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1 < -9007199254740991 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/id",schemaPath:"#/definitions/user/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991},message:"must be >= -9007199254740991",schema:-9007199254740991,parentSchema:schema14.properties.id,data:data1};
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
if(data0.email !== undefined){
let data2 = data0.email;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/email",schemaPath:"#/definitions/user/properties/email/type",keyword:"type",params:{type: schema14.properties.email.type},message:"must be string,null",schema:schema14.properties.email.type,parentSchema:schema14.properties.email,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.first_name !== undefined){
let data3 = data0.first_name;
if((typeof data3 !== "string") && (data3 !== null)){
const err5 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/first_name",schemaPath:"#/definitions/user/properties/first_name/type",keyword:"type",params:{type: schema14.properties.first_name.type},message:"must be string,null",schema:schema14.properties.first_name.type,parentSchema:schema14.properties.first_name,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.last_name !== undefined){
let data4 = data0.last_name;
if((typeof data4 !== "string") && (data4 !== null)){
const err6 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/last_name",schemaPath:"#/definitions/user/properties/last_name/type",keyword:"type",params:{type: schema14.properties.last_name.type},message:"must be string,null",schema:schema14.properties.last_name.type,parentSchema:schema14.properties.last_name,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.username !== undefined){
let data5 = data0.username;
if((typeof data5 !== "string") && (data5 !== null)){
const err7 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/definitions/user/properties/username/type",keyword:"type",params:{type: schema14.properties.username.type},message:"must be string,null",schema:schema14.properties.username.type,parentSchema:schema14.properties.username,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.profile_fields !== undefined){
let data6 = data0.profile_fields;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const _errs18 = errors;
if(typeof key2 === "string"){
if(!pattern1.test(key2)){
const err8 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/profile_fields",schemaPath:"#/definitions/user/properties/profile_fields/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[0-9]+$"},message:"must match pattern \""+"^[0-9]+$"+"\"",schema:"^[0-9]+$",parentSchema:schema14.properties.profile_fields.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid3 = _errs18 === errors;
if(!valid3){
const err9 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/profile_fields",schemaPath:"#/definitions/user/properties/profile_fields/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema14.properties.profile_fields.propertyNames,parentSchema:schema14.properties.profile_fields,data:data6};
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
const err10 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/profile_fields",schemaPath:"#/definitions/user/properties/profile_fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.profile_fields.type,parentSchema:schema14.properties.profile_fields,data:data6};
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
const err11 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/user/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data:data0};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","title":"Variables","description":"Stored plain values, for get_variable('name').","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"}};
const schema17 = {"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"};
const pattern2 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern2.test(key0)){
const err0 = {instancePath,schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema17,data:key0,propertyName:key0};
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
const err1 = {instancePath,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.type,parentSchema:schema17,data:key0,propertyName:key0};
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
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema16.propertyNames,parentSchema:schema16,data};
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
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.additionalProperties.type,parentSchema:schema16.additionalProperties,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","title":"Mock secrets","description":"Values for get_secret('name') that may stand in a repository. `@path` reads a file, `@@` begins a value with an at sign.","propertyNames":{"$ref":"#/definitions/name"},"additionalProperties":{"type":"string"}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern2.test(key0)){
const err0 = {instancePath,schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema17,data:key0,propertyName:key0};
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
const err1 = {instancePath,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.type,parentSchema:schema17,data:key0,propertyName:key0};
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
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema18.propertyNames,parentSchema:schema18,data};
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
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.additionalProperties.type,parentSchema:schema18.additionalProperties,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema21 = {"type":"object","title":"Mock request","description":"What the caller sends where the command line does not say.","additionalProperties":false,"properties":{"payload":{"description":"The body: any JSON value; a string is sent as it is."},"query":{"$ref":"#/definitions/values","description":"Query parameters."},"headers":{"$ref":"#/definitions/values","description":"Headers."},"pathParams":{"$ref":"#/definitions/values","description":"Path parameters."}}};
const schema22 = {"type":"object","additionalProperties":{"type":["string","number","boolean"]}};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "payload") || (key0 === "query")) || (key0 === "headers")) || (key0 === "pathParams"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data};
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
let data0 = data.query;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
const err1 = {instancePath:instancePath+"/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/values/additionalProperties/type",keyword:"type",params:{type: schema22.additionalProperties.type},message:"must be string,number,boolean",schema:schema22.additionalProperties.type,parentSchema:schema22.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/query",schemaPath:"#/definitions/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.headers !== undefined){
let data2 = data.headers;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")){
const err3 = {instancePath:instancePath+"/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/values/additionalProperties/type",keyword:"type",params:{type: schema22.additionalProperties.type},message:"must be string,number,boolean",schema:schema22.additionalProperties.type,parentSchema:schema22.additionalProperties,data:data3};
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
const err4 = {instancePath:instancePath+"/headers",schemaPath:"#/definitions/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.pathParams !== undefined){
let data4 = data.pathParams;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key3 in data4){
let data5 = data4[key3];
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err5 = {instancePath:instancePath+"/pathParams/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/values/additionalProperties/type",keyword:"type",params:{type: schema22.additionalProperties.type},message:"must be string,number,boolean",schema:schema22.additionalProperties.type,parentSchema:schema22.additionalProperties,data:data5};
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
const err6 = {instancePath:instancePath+"/pathParams",schemaPath:"#/definitions/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":"object","title":"Environment","additionalProperties":false,"properties":{"tenantId":{"$ref":"#/definitions/tenantId"},"users":{"$ref":"#/definitions/users"},"defaultUser":{"$ref":"#/definitions/defaultUser"},"variables":{"$ref":"#/definitions/variables"},"secrets":{"$ref":"#/definitions/secrets"},"secretsFile":{"$ref":"#/definitions/secretsFile"},"request":{"$ref":"#/definitions/request"},"routes":{"$ref":"#/definitions/routes"},"http":{"$ref":"#/definitions/http"}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema25.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.tenantId !== undefined){
let data0 = data.tenantId;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/tenantId",schemaPath:"#/definitions/tenantId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.users !== undefined){
if(!(validate11(data.users, {instancePath:instancePath+"/users",parentData:data,parentDataProperty:"users",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.defaultUser !== undefined){
let data2 = data.defaultUser;
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/defaultUser",schemaPath:"#/definitions/defaultUser/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.variables !== undefined){
if(!(validate13(data.variables, {instancePath:instancePath+"/variables",parentData:data,parentDataProperty:"variables",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate15(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.secretsFile !== undefined){
let data5 = data.secretsFile;
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err3 = {instancePath:instancePath+"/secretsFile",schemaPath:"#/definitions/secretsFile/pattern",keyword:"pattern",params:{pattern: "[^ ]"},message:"must match pattern \""+"[^ ]"+"\"",schema:"[^ ]",parentSchema:schema20,data:data5};
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
const err4 = {instancePath:instancePath+"/secretsFile",schemaPath:"#/definitions/secretsFile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate17(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.routes !== undefined){
let data7 = data.routes;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
let data8 = data7[key1];
if(typeof data8 !== "string"){
const err5 = {instancePath:instancePath+"/routes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/routes/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.additionalProperties.type,parentSchema:schema29.additionalProperties,data:data8};
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
const err6 = {instancePath:instancePath+"/routes",schemaPath:"#/definitions/routes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data:data7};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.http !== undefined){
let data9 = data.http;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
if(!((((key2 === "timeoutMs") || (key2 === "allowPrivateNetwork")) || (key2 === "ca")) || (key2 === "proxy"))){
const err7 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema30,data:data9};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data9.timeoutMs !== undefined){
let data10 = data9.timeoutMs;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err8 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/definitions/http/properties/timeoutMs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema30.properties.timeoutMs.type,parentSchema:schema30.properties.timeoutMs,data:data10};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 2147483647 || isNaN(data10)){
const err9 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/definitions/http/properties/timeoutMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema30.properties.timeoutMs,data:data10};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err10 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/definitions/http/properties/timeoutMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema30.properties.timeoutMs,data:data10};
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
if(data9.allowPrivateNetwork !== undefined){
let data11 = data9.allowPrivateNetwork;
if(typeof data11 !== "boolean"){
const err11 = {instancePath:instancePath+"/http/allowPrivateNetwork",schemaPath:"#/definitions/http/properties/allowPrivateNetwork/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema30.properties.allowPrivateNetwork.type,parentSchema:schema30.properties.allowPrivateNetwork,data:data11};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data9.ca !== undefined){
let data12 = data9.ca;
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err12 = {instancePath:instancePath+"/http/ca",schemaPath:"#/definitions/http/properties/ca/pattern",keyword:"pattern",params:{pattern: "[^ ]"},message:"must match pattern \""+"[^ ]"+"\"",schema:"[^ ]",parentSchema:schema30.properties.ca,data:data12};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/http/ca",schemaPath:"#/definitions/http/properties/ca/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.ca.type,parentSchema:schema30.properties.ca,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data9.proxy !== undefined){
let data13 = data9.proxy;
if(typeof data13 !== "string"){
const err14 = {instancePath:instancePath+"/http/proxy",schemaPath:"#/definitions/http/properties/proxy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.proxy.type,parentSchema:schema30.properties.proxy,data:data13};
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
const err15 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/http/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.type,parentSchema:schema30,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://unpkg.com/connector-cli/schemas/connector-config.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.registry !== undefined){
let data1 = data.registry;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/registry",schemaPath:"#/properties/registry/pattern",keyword:"pattern",params:{pattern: "[^ ]"},message:"must match pattern \""+"[^ ]"+"\"",schema:"[^ ]",parentSchema:schema11.properties.registry,data:data1};
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
const err3 = {instancePath:instancePath+"/registry",schemaPath:"#/properties/registry/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.registry.type,parentSchema:schema11.properties.registry,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.tenantId !== undefined){
let data2 = data.tenantId;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/tenantId",schemaPath:"#/definitions/tenantId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.users !== undefined){
if(!(validate11(data.users, {instancePath:instancePath+"/users",parentData:data,parentDataProperty:"users",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.defaultUser !== undefined){
let data4 = data.defaultUser;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/defaultUser",schemaPath:"#/definitions/defaultUser/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.variables !== undefined){
if(!(validate13(data.variables, {instancePath:instancePath+"/variables",parentData:data,parentDataProperty:"variables",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate15(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.secretsFile !== undefined){
let data7 = data.secretsFile;
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err6 = {instancePath:instancePath+"/secretsFile",schemaPath:"#/definitions/secretsFile/pattern",keyword:"pattern",params:{pattern: "[^ ]"},message:"must match pattern \""+"[^ ]"+"\"",schema:"[^ ]",parentSchema:schema20,data:data7};
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
const err7 = {instancePath:instancePath+"/secretsFile",schemaPath:"#/definitions/secretsFile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.request !== undefined){
if(!(validate17(data.request, {instancePath:instancePath+"/request",parentData:data,parentDataProperty:"request",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.environments !== undefined){
let data9 = data.environments;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
if(!(validate19(data9[key1], {instancePath:instancePath+"/environments/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data9,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.environments.type,parentSchema:schema11.properties.environments,data:data9};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.routes !== undefined){
let data11 = data.routes;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
let data12 = data11[key2];
if(typeof data12 !== "string"){
const err9 = {instancePath:instancePath+"/routes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/routes/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.additionalProperties.type,parentSchema:schema29.additionalProperties,data:data12};
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
const err10 = {instancePath:instancePath+"/routes",schemaPath:"#/definitions/routes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data:data11};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.http !== undefined){
let data13 = data.http;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
if(!((((key3 === "timeoutMs") || (key3 === "allowPrivateNetwork")) || (key3 === "ca")) || (key3 === "proxy"))){
const err11 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema30,data:data13};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data13.timeoutMs !== undefined){
let data14 = data13.timeoutMs;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err12 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/definitions/http/properties/timeoutMs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema30.properties.timeoutMs.type,parentSchema:schema30.properties.timeoutMs,data:data14};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 2147483647 || isNaN(data14)){
const err13 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/definitions/http/properties/timeoutMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema30.properties.timeoutMs,data:data14};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err14 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/definitions/http/properties/timeoutMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema30.properties.timeoutMs,data:data14};
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
if(data13.allowPrivateNetwork !== undefined){
let data15 = data13.allowPrivateNetwork;
if(typeof data15 !== "boolean"){
const err15 = {instancePath:instancePath+"/http/allowPrivateNetwork",schemaPath:"#/definitions/http/properties/allowPrivateNetwork/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema30.properties.allowPrivateNetwork.type,parentSchema:schema30.properties.allowPrivateNetwork,data:data15};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data13.ca !== undefined){
let data16 = data13.ca;
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err16 = {instancePath:instancePath+"/http/ca",schemaPath:"#/definitions/http/properties/ca/pattern",keyword:"pattern",params:{pattern: "[^ ]"},message:"must match pattern \""+"[^ ]"+"\"",schema:"[^ ]",parentSchema:schema30.properties.ca,data:data16};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/http/ca",schemaPath:"#/definitions/http/properties/ca/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.ca.type,parentSchema:schema30.properties.ca,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data13.proxy !== undefined){
let data17 = data13.proxy;
if(typeof data17 !== "string"){
const err18 = {instancePath:instancePath+"/http/proxy",schemaPath:"#/definitions/http/properties/proxy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.proxy.type,parentSchema:schema30.properties.proxy,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/http/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.type,parentSchema:schema30,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.lint !== undefined){
let data18 = data.lint;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!((key4 === "rules") || (key4 === "ignore"))){
const err20 = {instancePath:instancePath+"/lint",schemaPath:"#/properties/lint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.lint,data:data18};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data18.rules !== undefined){
let data19 = data18.rules;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key5 in data19){
let data20 = data19[key5];
if(!(((data20 === "error") || (data20 === "warn")) || (data20 === "off"))){
const err21 = {instancePath:instancePath+"/lint/rules/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lint/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.lint.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.lint.properties.rules.additionalProperties.enum,parentSchema:schema11.properties.lint.properties.rules.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/lint/rules",schemaPath:"#/properties/lint/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.lint.properties.rules.type,parentSchema:schema11.properties.lint.properties.rules,data:data19};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data18.ignore !== undefined){
let data21 = data18.ignore;
if(Array.isArray(data21)){
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
let data22 = data21[i0];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.rule === undefined){
const err23 = {instancePath:instancePath+"/lint/ignore/" + i0,schemaPath:"#/properties/lint/properties/ignore/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'",schema:schema11.properties.lint.properties.ignore.items.required,parentSchema:schema11.properties.lint.properties.ignore.items,data:data22};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data22.pointer === undefined){
const err24 = {instancePath:instancePath+"/lint/ignore/" + i0,schemaPath:"#/properties/lint/properties/ignore/items/required",keyword:"required",params:{missingProperty: "pointer"},message:"must have required property '"+"pointer"+"'",schema:schema11.properties.lint.properties.ignore.items.required,parentSchema:schema11.properties.lint.properties.ignore.items,data:data22};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data22.reason === undefined){
const err25 = {instancePath:instancePath+"/lint/ignore/" + i0,schemaPath:"#/properties/lint/properties/ignore/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema11.properties.lint.properties.ignore.items.required,parentSchema:schema11.properties.lint.properties.ignore.items,data:data22};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key6 in data22){
if(!(((key6 === "rule") || (key6 === "pointer")) || (key6 === "reason"))){
const err26 = {instancePath:instancePath+"/lint/ignore/" + i0,schemaPath:"#/properties/lint/properties/ignore/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.lint.properties.ignore.items,data:data22};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data22.rule !== undefined){
let data23 = data22.rule;
if(typeof data23 !== "string"){
const err27 = {instancePath:instancePath+"/lint/ignore/" + i0+"/rule",schemaPath:"#/properties/lint/properties/ignore/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.lint.properties.ignore.items.properties.rule.type,parentSchema:schema11.properties.lint.properties.ignore.items.properties.rule,data:data23};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data22.pointer !== undefined){
let data24 = data22.pointer;
if(typeof data24 !== "string"){
const err28 = {instancePath:instancePath+"/lint/ignore/" + i0+"/pointer",schemaPath:"#/properties/lint/properties/ignore/items/properties/pointer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.lint.properties.ignore.items.properties.pointer.type,parentSchema:schema11.properties.lint.properties.ignore.items.properties.pointer,data:data24};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data22.reason !== undefined){
let data25 = data22.reason;
if(typeof data25 !== "string"){
const err29 = {instancePath:instancePath+"/lint/ignore/" + i0+"/reason",schemaPath:"#/properties/lint/properties/ignore/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.lint.properties.ignore.items.properties.reason.type,parentSchema:schema11.properties.lint.properties.ignore.items.properties.reason,data:data25};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/lint/ignore/" + i0,schemaPath:"#/properties/lint/properties/ignore/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.lint.properties.ignore.items.type,parentSchema:schema11.properties.lint.properties.ignore.items,data:data22};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/lint/ignore",schemaPath:"#/properties/lint/properties/ignore/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.lint.properties.ignore.type,parentSchema:schema11.properties.lint.properties.ignore,data:data21};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/lint",schemaPath:"#/properties/lint/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.lint.type,parentSchema:schema11.properties.lint,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.test !== undefined){
let data26 = data.test;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key7 in data26){
if(!((key7 === "files") || (key7 === "coverage"))){
const err33 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.test,data:data26};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data26.files !== undefined){
let data27 = data26.files;
if(Array.isArray(data27)){
const len1 = data27.length;
for(let i1=0; i1<len1; i1++){
let data28 = data27[i1];
if(typeof data28 !== "string"){
const err34 = {instancePath:instancePath+"/test/files/" + i1,schemaPath:"#/properties/test/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.test.properties.files.items.type,parentSchema:schema11.properties.test.properties.files.items,data:data28};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/test/files",schemaPath:"#/properties/test/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.test.properties.files.type,parentSchema:schema11.properties.test.properties.files,data:data27};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data26.coverage !== undefined){
let data29 = data26.coverage;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key8 in data29){
if(!(((key8 === "reporters") || (key8 === "directory")) || (key8 === "thresholds"))){
const err36 = {instancePath:instancePath+"/test/coverage",schemaPath:"#/properties/test/properties/coverage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.test.properties.coverage,data:data29};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data29.reporters !== undefined){
let data30 = data29.reporters;
if(Array.isArray(data30)){
const len2 = data30.length;
for(let i2=0; i2<len2; i2++){
let data31 = data30[i2];
if(!(((data31 === "text") || (data31 === "json")) || (data31 === "lcov"))){
const err37 = {instancePath:instancePath+"/test/coverage/reporters/" + i2,schemaPath:"#/properties/test/properties/coverage/properties/reporters/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.test.properties.coverage.properties.reporters.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.test.properties.coverage.properties.reporters.items.enum,parentSchema:schema11.properties.test.properties.coverage.properties.reporters.items,data:data31};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/test/coverage/reporters",schemaPath:"#/properties/test/properties/coverage/properties/reporters/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.test.properties.coverage.properties.reporters.type,parentSchema:schema11.properties.test.properties.coverage.properties.reporters,data:data30};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data29.directory !== undefined){
let data32 = data29.directory;
if(typeof data32 === "string"){
if(!pattern0.test(data32)){
const err39 = {instancePath:instancePath+"/test/coverage/directory",schemaPath:"#/properties/test/properties/coverage/properties/directory/pattern",keyword:"pattern",params:{pattern: "[^ ]"},message:"must match pattern \""+"[^ ]"+"\"",schema:"[^ ]",parentSchema:schema11.properties.test.properties.coverage.properties.directory,data:data32};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/test/coverage/directory",schemaPath:"#/properties/test/properties/coverage/properties/directory/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.test.properties.coverage.properties.directory.type,parentSchema:schema11.properties.test.properties.coverage.properties.directory,data:data32};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data29.thresholds !== undefined){
let data33 = data29.thresholds;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key9 in data33){
if(!((((key9 === "connectors") || (key9 === "steps")) || (key9 === "scopes")) || (key9 === "branches"))){
const err41 = {instancePath:instancePath+"/test/coverage/thresholds",schemaPath:"#/properties/test/properties/coverage/properties/thresholds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.test.properties.coverage.properties.thresholds,data:data33};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data33.connectors !== undefined){
let data34 = data33.connectors;
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 100 || isNaN(data34)){
const err42 = {instancePath:instancePath+"/test/coverage/thresholds/connectors",schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema33,data:data34};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err43 = {instancePath:instancePath+"/test/coverage/thresholds/connectors",schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data34};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/test/coverage/thresholds/connectors",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data34};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data33.steps !== undefined){
let data35 = data33.steps;
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 100 || isNaN(data35)){
const err45 = {instancePath:instancePath+"/test/coverage/thresholds/steps",schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema33,data:data35};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data35 < 0 || isNaN(data35)){
const err46 = {instancePath:instancePath+"/test/coverage/thresholds/steps",schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data35};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/test/coverage/thresholds/steps",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data35};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data33.scopes !== undefined){
let data36 = data33.scopes;
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 100 || isNaN(data36)){
const err48 = {instancePath:instancePath+"/test/coverage/thresholds/scopes",schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema33,data:data36};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err49 = {instancePath:instancePath+"/test/coverage/thresholds/scopes",schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data36};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/test/coverage/thresholds/scopes",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data36};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data33.branches !== undefined){
let data37 = data33.branches;
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 100 || isNaN(data37)){
const err51 = {instancePath:instancePath+"/test/coverage/thresholds/branches",schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema33,data:data37};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data37 < 0 || isNaN(data37)){
const err52 = {instancePath:instancePath+"/test/coverage/thresholds/branches",schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data37};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/test/coverage/thresholds/branches",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data37};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/test/coverage/thresholds",schemaPath:"#/properties/test/properties/coverage/properties/thresholds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.test.properties.coverage.properties.thresholds.type,parentSchema:schema11.properties.test.properties.coverage.properties.thresholds,data:data33};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/test/coverage",schemaPath:"#/properties/test/properties/coverage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.test.properties.coverage.type,parentSchema:schema11.properties.test.properties.coverage,data:data29};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.test.type,parentSchema:schema11.properties.test,data:data26};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

