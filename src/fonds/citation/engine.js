// Around citeproc-js: one style, one item at a time, as HTML.
var module = {};
var locales = {}, items = {}, engine;

function start(style, locale, spoken) {
  locales = spoken;
  var system = {
    retrieveLocale: function (language) { return locales[language] || locales[locale]; },
    retrieveItem: function (id) { return items[id]; },
  };
  engine = new CSL.Engine(system, style, locale, true);
  engine.setOutputFormat("html");
  engine.opt.development_extensions.wrap_url_and_doi = false;
  return true;
}

function cite(item, locator) {
  items = {};
  items[item.id] = item;
  engine.updateItems([]);
  engine.updateItems([item.id]);
  var cited = { id: item.id };
  if (locator) { cited.locator = locator; cited.label = "page"; }
  var notes = engine.processCitationCluster(
    { citationItems: [cited], properties: { noteIndex: 1 } }, [], [])[1];
  var bibliography = engine.makeBibliography();
  var entries = bibliography ? bibliography[1] : [];
  return [notes.map(function (note) { return note[1]; }).join(""), entries.join("")];
}
