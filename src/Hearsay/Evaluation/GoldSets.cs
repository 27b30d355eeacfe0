using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Places;
using Hearsay.Coding.Records;
using Hearsay.Coding.Statuses;
using Hearsay.Coding.Times;
using Hearsay.Language.Conllu;

namespace Hearsay.Evaluation;

/// <summary>
/// The gold sets that the project can be measured on, by name, under one folder (shared/ beside a checkout, or any
/// folder laid out like it). A set whose file is missing is reported as missing, never as zero.
/// Our own sets lie in the checkout (the current folder unless <c>checkout</c> names another): names-news among the test
/// cases, the parts of the corpus in eval/corpus.
/// </summary>
public sealed class GoldSets(string folder, Coder coder, string checkout = "")
{
    private static readonly string[] Treebanks = ["en_ewt-ud-test", "gum-free-test"];

    /// <summary>The names of all sets, in the order of the report.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["plover_gsr_cameo", "cameo_manual", "wikinews", "corpus-train", "corpus-dev", "corpus-test", "polnear", "gum-attribution", "status-meantime", "status-uds", "meantime-times", "tr-news", "geovirus", "scrapinghub", "names-news", "crossner_politics_test", "coreference", "gap", .. Treebanks.SelectMany(t => new[] { t + ".gold", t + ".raw" })];

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
        "names-news" => Path.Combine(checkout, "tests", "cases", "names", "news.txt"),
        "corpus-train" or "corpus-dev" or "corpus-test" => Path.Combine(checkout, "eval", "corpus", name["corpus-".Length..] + ".jsonl"),
        "crossner_politics_test" => Path.Combine(folder, "gold", "names", name + ".txt"),
        "coreference" => Path.Combine(folder, "treebanks", "gum-free-test.conllu"),
        "gap" => Path.Combine(folder, "gold", "names", "gap-development.tsv"),
        _ => Path.Combine(folder, "treebanks", Path.GetFileNameWithoutExtension(name) + ".conllu"),
    };

    /// <summary>Measures one set; <paramref name="report"/> receives the cases, right and wrong.</summary>
    public IReadOnlyDictionary<string, double> Measure(string name, Action<string>? report = null) => Sample(name, report).Rates;

    /// <summary>Measures one set unit by unit, so that intervals can be had.</summary>
    public UnitSamples Sample(string name, Action<string>? report = null) => name switch
    {
        "plover_gsr_cameo" or "cameo_manual" => Labelled(name, report),
        "wikinews" or "corpus-train" or "corpus-dev" or "corpus-test" => Records(FileOf(name), report),
        "polnear" => Attributions(report),
        "gum-attribution" => Clauses(report),
        "status-meantime" => Statuses("meantime", report),
        "status-uds" => Statuses("uds_ih2", report),
        "meantime-times" => Times(name, report),
        "tr-news" or "geovirus" => Places(name, report),
        "names-news" => new NameEvaluation(coder.Annotator, report).Bracketed(FileOf(name)),
        "crossner_politics_test" => new NameEvaluation(coder.Annotator, report).CrossNer(FileOf(name)),
        "coreference" => new ChainEvaluation(coder.Annotator, report).Gum(FileOf(name)),
        "gap" => new ChainEvaluation(coder.Annotator, report).Gap(FileOf(name)),
        "scrapinghub" => UnitSamples.Whole(ExtractionEvaluation.Run(FileOf(name), report)),
        _ => Trees(name),
    };

    private UnitSamples Labelled(string set, Action<string>? report)
    {
        var samples = new UnitSamples();
        foreach (var example in LabelledSentences.Read(FileOf(set), set).Examples)
            samples.Add(example.Id, LabelledSentences.Evaluate(example, coder.Code, (_, events, hit) => Describe(example, events, hit, report)).Parts);
        return samples;
    }

    private static void Describe(LabelledSentences.Example example, IReadOnlyList<EventRecord> events, bool hit, Action<string>? report)
    {
        if (report is null) return;
        report($"{(hit ? "+" : "-")} {example.Text}");
        foreach (var g in example.Events) report($"    gold {g.Code} {string.Join(",", g.Actors)} -> {string.Join(",", g.Recipients)}");
        foreach (var e in events)
            report($"    {e.Type}/{e.Mode}/{e.Cameo} [{e.Trigger.Text}] {string.Join(", ", e.Actors.Select(a => $"{a.Text}<{a.Code}>"))} -> {string.Join(", ", e.Recipients.Select(a => $"{a.Text}<{a.Code}>"))} {e.Status} ({e.Trace.Pattern})");
    }

    /// <summary>Measures a file of articles with full records, as reviews are written out, article by article.</summary>
    public UnitSamples Records(string file, Action<string>? report = null)
    {
        var samples = new UnitSamples();
        foreach (var gold in GoldArticle.Read(file))
        {
            report?.Invoke($"# {gold.Id} {gold.Title}");
            var evaluation = new RecordEvaluation();
            var coded = coder.Code(ArticleOf(gold));
            var sentences = coder.Annotator.Annotate(gold.Text).Sentences;
            evaluation.Add(gold, coded, offset => sentences.TakeWhile(s => s.Span.End <= offset).Count(), report);
            samples.Add(gold.Id, evaluation.Parts);
        }
        return samples;
    }

    /// <summary>The article that gold records were written for.</summary>
    public static Article ArticleOf(GoldArticle gold) =>
        new() { Id = gold.Id, Outlet = gold.Outlet, Text = gold.Text, PublishedOn = DateOnly.TryParse(gold.Published, CultureInfo.InvariantCulture, out var day) ? day : null };

    private UnitSamples Attributions(Action<string>? report)
    {
        var samples = new UnitSamples();
        foreach (var example in AttributionEvaluation.Read(FileOf("polnear")))
        {
            var evaluation = new AttributionEvaluation();
            evaluation.Add(example, coder.Code(new Article { Id = example.Id, Outlet = example.Outlet, PublishedOn = example.Date, Text = example.Text }).Quotations, report);
            samples.Add(example.Id, evaluation.Parts);
        }
        return samples;
    }

    private UnitSamples Clauses(Action<string>? report)
    {
        var samples = new UnitSamples();
        foreach (var example in ClauseAttributionEvaluation.Read(FileOf("gum-attribution")))
        {
            var evaluation = new ClauseAttributionEvaluation();
            evaluation.Add(example, coder.Code(new Article { Id = example.Id, Text = example.Text }).Quotations, report);
            samples.Add(example.Id, evaluation.Parts);
        }
        return samples;
    }

    private UnitSamples Statuses(string set, Action<string>? report) =>
        StatusEvaluation.Run(FileOf("status-meantime"), set, "test", coder.Annotator, new StatusReader(coder.Knowledge.Embedding), report);

    private UnitSamples Times(string name, Action<string>? report)
    {
        var samples = new UnitSamples();
        foreach (var score in TimeEvaluation.Meantime(FileOf(name), coder.Times, coder.Annotator.Annotate, report))
            samples.Add(Number(samples), new Dictionary<string, FigureParts>
            {
                ["recognition"] = FigureParts.Ratio(2 * score.Matched, score.Gold + score.Predicted), ["value"] = FigureParts.Ratio(2 * score.ValueRight, score.Gold + score.Predicted),
            });
        return samples;
    }

    private UnitSamples Places(string name, Action<string>? report)
    {
        var samples = new UnitSamples();
        var raw = PlaceEvaluation.Corpus(FileOf(name), coder.Places, coder.Annotator.Annotate, report);
        foreach (var (text, given) in raw.Zip(PlaceEvaluation.GivenSpans(FileOf(name), coder.Places, coder.Annotator.Annotate)))
            samples.Add(Number(samples), new Dictionary<string, FigureParts>
            {
                ["toponyms"] = FigureParts.Ratio(2 * text.Matched, text.Gold + text.Predicted), ["within161"] = FigureParts.Ratio(text.Within161, text.WithCoordinates),
                ["country"] = FigureParts.Ratio(text.CountryRight, text.WithCountry),
                ["given.within161"] = FigureParts.Ratio(given.Within161, given.WithCoordinates),
                ["given.within161.or.country"] = FigureParts.Ratio(given.Within161OrSameCountry, given.WithCoordinates), ["given.country"] = FigureParts.Ratio(given.CountryRight, given.WithCountry),
            });
        return samples;
    }

    private static string Number(UnitSamples samples) => (samples.Units.Count + 1).ToString(CultureInfo.InvariantCulture);

    private UnitSamples Trees(string name)
    {
        var gold = ConlluReader.ReadFile(FileOf(name)).ToList();
        var text = ConlluText.Build(gold);
        bool raw = name.EndsWith(".raw", StringComparison.Ordinal);
        var document = raw ? coder.Annotator.Annotate(text.Text) : coder.Annotator.Annotate(text);
        var writer = new StringWriter();
        if (raw) ConlluWriter.Write(writer, document);
        else for (int i = 0; i < gold.Count; i++) ConlluWriter.Write(writer, gold[i], document.Sentences[i]);
        return TreeSamples.Of(gold, [.. ConlluReader.Read(new StringReader(writer.ToString()))]);
    }
}
