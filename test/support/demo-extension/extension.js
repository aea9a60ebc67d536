// Opens the NCLOUD view, so that `npm start` shows at once what there is to see.
const vscode = require('vscode');

exports.activate = async () => {
  await vscode.commands.executeCommand('workbench.view.extension.ncloud');
};
