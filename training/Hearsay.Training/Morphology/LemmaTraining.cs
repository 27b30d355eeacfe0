using System.Globalization;
using Hearsay.Language.Conllu;
using Hearsay.Language.Morphology;

namespace Hearsay.Training.Morphology;

/// <summary>
/// Makes models/en/lemmas.bin and measures it. <c>train OUT FILE…</c> learns from the lemmas of CoNLL-U files and
/// from the word lists of <see cref="EnglishForms"/>; <c>measure MODELS FILE…</c> prints the accuracy with gold tags;
/// <c>errors MODELS FILE</c> lists the words that come out wrong.
/// </summary>
public static class LemmaTraining
{
    private const int ListedCount = 3;

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, .. var files] when files.Length > 0:
                Train(files).Save(output);
                return 0;
            case ["measure", var models, .. var files] when files.Length > 0:
                foreach (string file in files) Measure(Lemmatizer.Load(models), file, print: false);
                return 0;
            case ["errors", var models, var file]:
                Measure(Lemmatizer.Load(models), file, print: true);
                return 0;
            default:
                Console.Error.WriteLine("usage: lemmas train OUT FILE… | measure MODELS FILE… | errors MODELS FILE");
                return 2;
        }
    }

    private static void Measure(Lemmatizer lemmatizer, string file, bool print)
    {
        int right = 0, all = 0;
        foreach (var word in ConlluReader.ReadFile(file).SelectMany(s => s.Words))
        {
            all++;
            string lemma = lemmatizer.Lemma(word.Form, word.Upos, word.Xpos, word.Feats);
            if (word.Lemma == "_" || lemma == word.Lemma) right++;
            else if (print) Console.WriteLine($"{word.Form} {word.Upos}/{word.Xpos} gold {word.Lemma} here {lemma}");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: lemmas {(double)right / all:P2} of {all}"));
    }

    private static LemmaTable Train(string[] files)
    {
        var words = new Dictionary<(string Tag, string Form, string Lemma), int>();
        void Add(string upos, string xpos, string form, string lemma, int count)
        {
            foreach (string tag in (string[])[upos, $"{upos}/{xpos}"])
                words[(tag, form, lemma)] = words.GetValueOrDefault((tag, form, lemma)) + count;
        }
        foreach (var word in files.SelectMany(ConlluReader.ReadFile).SelectMany(s => s.Words))
        {
            bool typo = word.Misc.Contains("CorrectForm=", StringComparison.Ordinal) || word.Feats.Contains("Typo=Yes", StringComparison.Ordinal);
            if (word.Lemma == "_" || typo || word.DepRel == "goeswith" || word.Form.Contains(',') && char.IsDigit(word.Form[0])) continue;
            Add(word.Upos, word.Xpos, word.Form, word.Lemma, 1);
        }
        foreach (var ((tag, form, lemma), _) in words.ToList())
            foreach (var (xpos, other) in EnglishForms.Siblings(tag, form, lemma)) Add("VERB", xpos, other, lemma, 1);
        foreach (var (upos, xpos, form, lemma) in EnglishForms.All()) Add(upos, xpos, form, lemma, ListedCount);
        var numbers = new Dictionary<LemmaEdit, ushort> { [new LemmaEdit(0, "")] = 0 };
        var tags = new Dictionary<string, (LemmaRules, LemmaRules)>();
        foreach (var tag in words.GroupBy(w => w.Key.Tag))
            tags[tag.Key] = (CaseRules(tag.Key, tag), EndingRules(tag, numbers));
        return new LemmaTable([.. numbers.OrderBy(e => e.Value).Select(e => e.Key)], tags);
    }

    private static LemmaRules CaseRules(string tag, IEnumerable<KeyValuePair<(string Tag, string Form, string Lemma), int>> words)
    {
        var items = new List<RuleLearner.Item>();
        bool noun = tag.StartsWith("NOUN", StringComparison.Ordinal);
        bool small = !tag.StartsWith("PROPN", StringComparison.Ordinal) && !tag.EndsWith("NNP", StringComparison.Ordinal);
        foreach (var ((_, form, lemma), count) in words)
        {
            string lower = form.ToLowerInvariant();
            if (form == lower)
            {
                // A short word in capitals is an acronym ("IT") unless the language writes it in small letters.
                // What is written small in mid-sentence is small at the start of one.
                if (small && lemma == lemma.ToLowerInvariant()) items.Add(new(lower + "1", (ushort)LemmaCase.Lower, 1 + count / 2));
                if (noun && count >= 4 && lower.Length <= 4) items.Add(new(lower + "3", (ushort)LemmaCase.Lower, 1000));
                continue;
            }
            var shape = Lemmatizer.CaseShape(form);
            var rule = lemma == lemma.ToLowerInvariant() ? LemmaCase.Lower
                : shape == WordCase.Capitals && lemma.Skip(1).Any(char.IsLower) ? LemmaCase.Title : LemmaCase.Keep;
            if (noun && shape == WordCase.Capitals && form.Length <= 4) rule = LemmaCase.Keep;
            if (noun && shape == WordCase.Mixed) rule = LemmaCase.Keep;
            items.Add(new(Lemmatizer.CaseKey(shape, lower), (ushort)rule, count));
        }
        var learned = RuleLearner.Learn(items, keepSingles: false);
        foreach (string lower in WrittenLarge(tag, words)) learned["^" + lower + Lemmatizer.SmallKey] = (ushort)LemmaCase.Title;
        return new LemmaRules(learned);
    }

    // Words whose lemma has a capital even when a writer leaves it out: "i", "french", "mexico".
    private static IEnumerable<string> WrittenLarge(string tag, IEnumerable<KeyValuePair<(string Tag, string Form, string Lemma), int>> words)
    {
        if (!tag.StartsWith("PRON", StringComparison.Ordinal) && tag is not ("ADJ/JJ" or "PROPN/NNP" or "PROPN/NNPS")) return [];
        return words.Where(w => w.Key.Form.All(char.IsLetter)).GroupBy(w => w.Key.Form.ToLowerInvariant(), StringComparer.Ordinal).Where(g =>
        {
            int Count(Func<(string Tag, string Form, string Lemma), bool> which) => g.Where(w => which(w.Key)).Sum(w => w.Value);
            // A form in capitals says nothing about how the word is written otherwise.
            int large = Count(w => char.IsUpper(w.Lemma[0]) && (w.Form == g.Key || (w.Form.Length > 1 && char.IsLower(w.Form[^1]))));
            return large >= ListedCount && large > 2 * Count(w => char.IsLower(w.Lemma[0]));
        }).Select(g => g.Key);
    }

    private static LemmaRules EndingRules(IEnumerable<KeyValuePair<(string Tag, string Form, string Lemma), int>> words, Dictionary<LemmaEdit, ushort> numbers)
    {
        var items = new List<RuleLearner.Item>();
        foreach (var ((_, form, lemma), count) in words)
        {
            string lower = Lemmatizer.Apostrophes(form.ToLowerInvariant()), target = lemma.ToLowerInvariant();
            int same = 0;
            while (same < lower.Length && same < target.Length && lower[same] == target[same]) same++;
            // A lemma of its own ("Oct." → "October") replaces the whole form and brings its own capitals.
            var edit = same == 0 || same < 2 && lemma != target || char.IsUpper(lemma[^1]) && lemma.Length > 1 && lower != target && same < lemma.Length
                ? new LemmaEdit(lower.Length, lower == target ? target : lemma)
                : new LemmaEdit(lower.Length - same, target[same..]);
            if (lower == target) edit = new LemmaEdit(0, "");
            if (!numbers.TryGetValue(edit, out ushort number)) numbers[edit] = number = checked((ushort)numbers.Count);
            items.Add(new(lower, number, count));
        }
        return new LemmaRules(RuleLearner.Learn(items, keepSingles: true));
    }
}
