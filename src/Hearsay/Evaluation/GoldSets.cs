using Hearsay.Articles;
using Hearsay.Coding.Places;
using Hearsay.Coding.Statuses;
using Hearsay.Coding.Times;
using Hearsay.Language;
using Hearsay.Language.Conllu;

namespace Hearsay.Evaluation;

/// <summary>
/// The gold sets that the project can be measured on, by name, under one folder (shared/ beside a checkout, or any
/// folder laid out like it). A set whose file is missing is reported as missing, never as zero.
/// </summary>
public sealed class GoldSets(string folder, Coder coder)
{
    private static readonly string[] Treebanks = ["en_ewt-ud-test", "gum-free-test"];

    /// <summary>The names of all sets, in the order of the report.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["plover_gsr_cameo", "cameo_manual", "wikinews", "polnear", "gum-attribution", "status-meantime", "status-uds", "meantime-times", "tr-news", "geovirus", "scrapinghub", .. Treebanks.SelectMany(t => new[] { t + ".gold", t + ".raw" })];

    /// <summary>The file that a set is read from.</summary>
    public string FileOf(string name) => name switch
    {
        "plover_gsr_cameo" or "cameo_manual" => Path.Combine(folder, "gold", "events", "events_dev.jsonl"),
        "wikinews" => Path.Combine(folder, "gold", "events", "wikinews_records.jsonl"),
        "polnear" => Path.Combine(folder, "gold", "quotations", "polnear_train_speech.jsonl"),
        "gum-attribution" => Path.Combine(folder, "gold", "quotations", "gum_attribution.jsonl"),
        "status-meantime" or "status-uds" => Path.Combine(folder, "gold", "status", "status_dev.jsonl"),
        "meantime-times" => Path.Combine(folder, "gold", "times", "meantime", "test.tsv"),
        "tr-news" => Path.Combine(folder, "gold", "places", "TR-News.xml"),
        "scrapinghub" => Path.Combine(folder, "gold", "articles", "scrapinghub", "ground-truth.json"),
        "geovirus" => Path.Combine(folder, "gold", "places", "GeoVirus.xml"),
        _ => Path.Combine(folder, "treebanks", Path.GetFileNameWithoutExtension(name) + ".conllu"),
    };

    /// <summary>Measures one set; <paramref name="report"/> receives the cases, right and wrong.</summary>
    public IReadOnlyDictionary<string, double> Measure(string name, Action<string>? report = null) => name switch
    {
        "plover_gsr_cameo" or "cameo_manual" => Labelled(name, report),
        "wikinews" => Records(report),
        "polnear" => Attributions(report),
        "gum-attribution" => Clauses(report),
        "status-meantime" => Statuses("meantime", report),
        "status-uds" => Statuses("uds_ih2", report),
        "meantime-times" => Times(name, report),
        "tr-news" or "geovirus" => Places(name, report),
        "scrapinghub" => ExtractionEvaluation.Run(FileOf(name), report),
        _ => Trees(name),
    };

    private IReadOnlyDictionary<string, double> Labelled(string set, Action<string>? report) =>
        LabelledSentences.Read(FileOf(set), set).Evaluate(coder.Code, (example, events, hit) =>
        {
            if (report is null) return;
            report($"{(hit ? "+" : "-")} {example.Text}");
            foreach (var g in example.Events) report($"    gold {g.Code} {string.Join(",", g.Actors)} -> {string.Join(",", g.Recipients)}");
            foreach (var e in events)
                report($"    {e.Type}/{e.Mode}/{e.Cameo} [{e.Trigger.Text}] {string.Join(", ", e.Actors.Select(a => $"{a.Text}<{a.Code}>"))} -> {string.Join(", ", e.Recipients.Select(a => $"{a.Text}<{a.Code}>"))} {e.Status} ({e.Trace.Pattern})");
        }).Rates;

    private IReadOnlyDictionary<string, double> Records(Action<string>? report)
    {
        var evaluation = new RecordEvaluation();
        foreach (var gold in GoldArticle.Read(FileOf("wikinews")))
        {
            report?.Invoke($"# {gold.Id} {gold.Title}");
            var coded = coder.Code(new Article { Id = gold.Id, Outlet = gold.Outlet, Text = gold.Text, PublishedOn = DateOnly.TryParse(gold.Published, out var day) ? day : null });
            var sentences = coder.Annotator.Annotate(gold.Text).Sentences;
            evaluation.Add(gold, coded, offset => sentences.TakeWhile(s => s.Span.End <= offset).Count(), report);
        }
        return evaluation.Rates;
    }

    private IReadOnlyDictionary<string, double> Attributions(Action<string>? report)
    {
        var evaluation = new AttributionEvaluation();
        foreach (var example in AttributionEvaluation.Read(FileOf("polnear")))
            evaluation.Add(example, coder.Code(new Article { Id = example.Id, Outlet = example.Outlet, PublishedOn = example.Date, Text = example.Text }).Quotations, report);
        return evaluation.Rates;
    }

    private IReadOnlyDictionary<string, double> Clauses(Action<string>? report)
    {
        var evaluation = new ClauseAttributionEvaluation();
        foreach (var example in ClauseAttributionEvaluation.Read(FileOf("gum-attribution")))
            evaluation.Add(example, coder.Code(new Article { Id = example.Id, Text = example.Text }).Quotations, report);
        return evaluation.Rates;
    }

    private IReadOnlyDictionary<string, double> Statuses(string set, Action<string>? report) =>
        StatusEvaluation.Run(FileOf("status-meantime"), set, "test", coder.Annotator, new StatusReader(coder.Knowledge.Embedding), report);

    private Dictionary<string, double> Times(string name, Action<string>? report)
    {
        var score = TimeEvaluation.Meantime(FileOf(name), coder.Times, coder.Annotator.Annotate, report);
        return new Dictionary<string, double> { ["recognition"] = score.RecognitionF1, ["value"] = score.ValueF1 };
    }

    private Dictionary<string, double> Places(string name, Action<string>? report)
    {
        var raw = PlaceEvaluation.Corpus(FileOf(name), coder.Places, coder.Annotator.Annotate, report);
        var given = PlaceEvaluation.GivenSpans(FileOf(name), coder.Places, coder.Annotator.Annotate);
        return new Dictionary<string, double>
        {
            ["toponyms"] = raw.F1, ["within161"] = raw.Accuracy, ["country"] = raw.Country,
            ["given.within161"] = given.Accuracy, ["given.within161.or.country"] = given.AccuracyWithIdentity, ["given.country"] = given.Country,
        };
    }

    private Dictionary<string, double> Trees(string name)
    {
        var gold = ConlluReader.ReadFile(FileOf(name)).ToList();
        var text = ConlluText.Build(gold);
        bool raw = name.EndsWith(".raw", StringComparison.Ordinal);
        var document = raw ? coder.Annotator.Annotate(text.Text) : coder.Annotator.Annotate(text);
        var writer = new StringWriter();
        if (raw) ConlluWriter.Write(writer, document);
        else for (int i = 0; i < gold.Count; i++) ConlluWriter.Write(writer, gold[i], document.Sentences[i]);
        var scores = TreeEvaluation.Evaluate(gold, ConlluReader.Read(new StringReader(writer.ToString())));
        return new Dictionary<string, double>
        {
            ["sentences"] = scores.Sentences.F1, ["words"] = scores.Words.F1, ["upos"] = scores.Upos.F1, ["lemmas"] = scores.Lemmas.F1,
            ["uas"] = scores.Uas.F1, ["las"] = scores.Las.F1, ["clas"] = scores.Clas.F1,
        };
    }
}
