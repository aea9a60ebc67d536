/** A creation, or servers that exist, in the forms of other tools. */
export { cliCommand } from './cli';
export { curlScript, powerShellScript } from './curl';
export { httpText } from './http';
export { type ExportRequest, exportRequest } from './request';
export { UnquotableError } from './shell';
export { type TerraformSite, terraform, terraformImport } from './terraform';
