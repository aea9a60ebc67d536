// The editor's API for unit tests: texts stay English, and a test puts into `window` what it answers with.
exports.l10n = { t: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, place) => String(values[place])) };
exports.env = { language: 'en' };
exports.window = {};
