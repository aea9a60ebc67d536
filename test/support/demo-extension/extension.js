// Shows at once what there is to see: the servers, a script with two faults, and beside it what to try first.
const vscode = require('vscode');

exports.activate = async ({ workspaceState }) => {
  const { commands, window, workspace, env, Uri, ViewColumn } = vscode;
  await commands.executeCommand('workbench.view.extension.ncloud');
  const [folder] = workspace.workspaceFolders ?? [];
  // A window that comes back has what its user left in it.
  if (!folder || workspaceState.get('isShown')) return;
  await workspaceState.update('isShown', true);
  const guide = env.language.startsWith('ko') ? 'README.ko.md' : 'README.md';
  const preview = 'vscode.markdown.preview.editor';
  await commands.executeCommand('vscode.openWith', Uri.joinPath(folder.uri, guide), preview, ViewColumn.Two);
  const script = Uri.joinPath(folder.uri, 'init-scripts/web.sh');
  await window.showTextDocument(script, { viewColumn: ViewColumn.One, preview: false });
};
