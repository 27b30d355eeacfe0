using Hearsay.Coding.Knowledge.Import;

namespace Hearsay.Coding.Tests.Knowledge;

/// <summary>The traps of dictionaries in the wild, each in a dictionary of a few lines.</summary>
public sealed class DictionaryImportTests
{
    private static readonly HashSet<string> Countries = ["USA", "RUS", "GBR", "KEN", "ROU", "SUN", "IRQ"];
    private static readonly HashSet<string> Sectors = ["GOV", "MIL", "REB", "OPP", "LEG", "ELI", "JRN", "MED", "CVL", "COP", "REL", "BUS"];

    private static DictionaryImport Read(string name, string text, DictionaryFormat format = DictionaryFormat.Petrarch)
    {
        var import = new DictionaryImport(Countries, Sectors);
        import.Add(name, text, format);
        return import;
    }

    private static string Show(ImportedActor a) =>
        $"{string.Join('|', a.Aliases.Prepend(a.Name))} {a.Country}{string.Concat(a.Sectors)} {a.From}..{a.To}{(a.Kind.Length > 0 ? " " + a.Kind : "")}";

    private static string Show(ImportedAgent a) => $"{a.Noun} {string.Join('|', a.Sectors)} {a.Number}";

    private static string Actors(string text) => string.Join("; ", Read("my.actors", text).ActorRows.Select(Show));

    private static string Agents(string text) => string.Join("; ", Read("my.agents", text).AgentRows.Select(Show));

    [Theory]
    [InlineData("HARBOUR_COUNCIL_ [KENGOV]", "Harbour Council KENGOV ..")]
    [InlineData("HARBOUR_COUNCIL_  [KENGOV]", "Harbour Council KENGOV ..")]
    [InlineData("HARBOUR_COUNCIL_\t[KENGOV]", "Harbour Council KENGOV ..")]
    [InlineData("HARBOUR_COUNCIL_[KENGOV]", "Harbour Council KENGOV ..")]
    [InlineData("HARBOUR COUNCIL [KENGOV]", "Harbour Council KENGOV ..")]
    [InlineData("__HARBOUR__COUNCIL_ [ KENGOV ]\r", "Harbour Council KENGOV ..")]
    [InlineData("\uFEFFHarbour_Council_of_Lamu [kengov]", "Harbour Council of Lamu KENGOV ..")]
    [InlineData("COUNCIL_OF_THE_PORT [KENGOV]", "Council of the Port KENGOV ..")]
    [InlineData("HRB [KENGOV]", "HRB KENGOV ..")]
    [InlineData("US_O'GRADY [USAMIL]", "US O'Grady USAMIL ..")]
    [InlineData("PORT_WATCH_ [KENGOV] ; a note with [USA]", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV]   # a note", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV] <!-- a note -->", "Port Watch KENGOV ..")]
    [InlineData("# all\n; of this\n/ is\n<!-- said\nPORT [KEN]\n-->\nPORT_WATCH_ [KENGOV]", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV]\n~FINISH\nNOT_READ_ [USA]", "Port Watch KENGOV ..")]
    public void Blanks_markers_and_comments_do_not_matter(string text, string expected) => Assert.Equal(expected, Actors(text));

    [Theory]
    [InlineData("ADA_OKELLO_\n\t[KENGOV 010203-041231]", "Ada Okello KENGOV 2001-02-03..2004-12-31 person")]
    [InlineData("ADA_OKELLO_ [KENGOV 19990203-041231]", "Ada Okello KENGOV 1999-02-03..2004-12-31 person")]
    [InlineData("ADA_OKELLO_ [KENGOV > 140608]", "Ada Okello KENGOV 2014-06-08.. person")]
    [InlineData("ADA_OKELLO_ [KENGOV >20140608]", "Ada Okello KENGOV 2014-06-08.. person")]
    [InlineData("ADA_OKELLO_ [KENGOV<140608]", "Ada Okello KENGOV ..2014-06-08 person")]
    [InlineData("ADA_OKELLO_ [KENGOV 310101 - 991231]", "Ada Okello KENGOV 1931-01-01..1999-12-31 person")]
    [InlineData("ADA_OKELLO_ [KENGOV 19970000-20010900]", "Ada Okello KENGOV 1997..2001-09 person")]
    [InlineData("ADA_OKELLO_\n\t[KENELI]\n\t[KENGOV 010203-041231]", "Ada Okello KENGOV 2001-02-03..2004-12-31 person; Ada Okello KENELI .. person")]
    [InlineData("ADA_OKELLO_ [KENGOV 010203-041231][KENOPP >050101]", "Ada Okello KENGOV 2001-02-03..2004-12-31 person; Ada Okello KENOPP 2005-01-01.. person")]
    [InlineData("REEF_FRONT_ [KENREB >140608]", "Reef Front KENREB 2014-06-08..")]
    [InlineData("ADA_OKELLO_ [IGOUNO >140608]", "Ada Okello UNO 2014-06-08.. person")]
    [InlineData("OLD_UNION_ [SUN <911226]\n+SOUTHERN_UNION_\n[RUS >911226]", "Old Union|Southern Union SUN ..1991-12-26 country; Old Union|Southern Union RUS 1991-12-26.. country")]
    public void Dates_of_six_and_eight_digits_are_read(string text, string expected) => Assert.Equal(expected, Actors(text));

    [Theory]
    [InlineData("PORT_WATCH_ [KENGOV]\n+WATCHERS_OF_THE_PORT_\n+WATCH OF MOMBASA", "Port Watch|Watchers of the Port|Watch of Mombasa KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV]\n+PORT_WATCH", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV]\n+REEF_WATCH_ [GBRBUS]", "Reef Watch GBRBUS ..; Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV]\nPORT_WATCH [USAGOV]\nPORT_WATCH [USAGOV]", "Port Watch KENGOV ..; Port Watch USAGOV ..")]
    [InlineData("&BODY\n+WATCH_\n+GUARD\nPORT_&BODY_ [KENGOV]", "Port Watch|Port Guard KENGOV ..")]
    [InlineData("PORT_&BODY [KENGOV]\n&BODY_\n+WATCH", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV/GBR]", "Port Watch KENGOV ..; Port Watch GBR .. country")]
    public void Synonyms_sets_and_repeated_phrases_keep_all_names_and_codes(string text, string expected) => Assert.Equal(expected, Actors(text));

    [Theory]
    [InlineData("REEF_HERALD_ [KENMED]", "Reef Herald KENJRN ..")]
    [InlineData("REEF_FRONT_ [KENSEP]", "Reef Front KENREB ..")]
    [InlineData("REEF_FRONT_ [KENREBINS]", "Reef Front KENREB ..")]
    [InlineData("REEF_CLINICS_ [HLH]", "Reef Clinics MED ..")]
    [InlineData("REEF_AID_ [NGOHLH]", "Reef Aid NGOMED .. ngo")]
    [InlineData("UNION_OF_REEFS_ [IGOEUREEC]", "Union of Reefs EUR .. igo")]
    [InlineData("REEFLAND_ [ROM]", "Reefland ROU .. country")]
    public void Codes_of_cameo_become_countries_and_sectors_of_plover(string text, string expected) => Assert.Equal(expected, Actors(text));

    [Theory]
    [InlineData("PORT_WATCH_", "HS2050")]
    [InlineData("PORT_WATCH_ KENGOV]", "HS2050")]
    [InlineData("PORT_WATCH_ [QQQ]", "HS2051")]
    [InlineData("PORT_WATCH_ [KENGO]", "HS2051")]
    [InlineData("PORT_WATCH_ []", "HS2051")]
    [InlineData("PORT_WATCH_ [KENGOV 20100931-20101231]", "HS2052")]
    [InlineData("PORT_WATCH_ [KENGOV >soon]", "HS2052")]
    [InlineData("PORT_WATCH_ [KENGOV 050101-010101]", "HS2052")]
    [InlineData("+PORT_WATCH_", "HS2053")]
    [InlineData("[KENGOV]", "HS2053")]
    [InlineData("PORT_&BODY_ [KENGOV]", "HS2057")]
    [InlineData("- * WATCH [010]", "HS2058")]
    [InlineData("--- WATCH [010] ---", "HS2058")]
    [InlineData("<NOUN>\nREEF [KEN]\n</NOUN>", "HS2058")]
    public void What_cannot_be_read_is_named_and_gives_nothing(string text, string code)
    {
        var import = Read("my.actors", text);
        var problem = Assert.Single(import.Problems);
        Assert.Equal((code, 1, true), (problem.Code, problem.Line, problem.Failed));
        Assert.Empty(import.ActorRows);
    }

    [Theory]
    [InlineData("PORT_WATCH_ [KENGOVXYZ]", "HS2054", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [---]", "HS2055", "")]
    [InlineData("PORT_WATCH_ [###]", "HS2055", "")]
    [InlineData("PORT_WATCH_ [KENGOV", "HS2059", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV  ; not closed", "HS2059", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV}", "HS2059", "Port Watch KENGOV ..")]
    [InlineData("PORT_WATCH_ [KENGOV] see below", "HS2059", "Port Watch KENGOV ..")]
    public void What_is_left_out_or_repaired_is_named_and_the_rest_stands(string text, string code, string expected)
    {
        var import = Read("my.actors", text);
        var problem = Assert.Single(import.Problems);
        Assert.Equal((code, false), (problem.Code, problem.Failed));
        Assert.Equal(expected, string.Join("; ", import.ActorRows.Select(Show)));
    }

    [Theory]
    [InlineData("PORT_WATCH_ [KENGOV]]--")]
    [InlineData("PORT_WATCH_ [[KENGOV]")]
    [InlineData("PORT_WATCH_ [KENGOV]--")]
    public void Stray_brackets_and_dashes_are_passed_over(string text)
    {
        Assert.Equal("Port Watch KENGOV ..", Actors(text));
        Assert.Empty(Read("my.actors", text).Problems);
    }

    [Theory]
    [InlineData("SENTINEL [~MIL]", "sentinel MIL s")]
    [InlineData("REEF_WARDEN_ {} [~COP]", "reef warden COP s")]
    [InlineData("REEFMAN {REEFMEN}  [~CVL]  # note", "reefman CVL s; reefmen CVL p")]
    [InlineData("WARDEN {WARDENS} [~COP]", "warden COP s")]
    [InlineData("RELIEF_WORKER [NGO~]", "relief worker NGO s")]
    [InlineData("WARD!PERSON! [~LEG]\n!PERSON! = MAN, WOMAN", "wardman LEG s; wardwoman LEG s")]
    [InlineData("EMISSARY [~]", "emissary  s")]
    [InlineData("WARDEN [~COP]\nWARDEN [~MIL]", "warden COP s; warden MIL s")]
    public void Agents_become_role_nouns(string text, string expected) => Assert.Equal(expected, Agents(text));

    [Theory]
    [InlineData("WARDEN", "HS2050")]
    [InlineData("WARDEN [~QQQ]", "HS2051")]
    [InlineData("WARD!FOLK! [~LEG]", "HS2057")]
    public void Agents_that_cannot_be_read_are_named(string text, string code) =>
        Assert.Equal(code, Assert.Single(Read("my.agents", text).Problems).Code);

    [Fact]
    public void Beginnings_of_words_are_told_once_for_a_file_of_tabari()
    {
        string text = "REEF [KEN]\nCORAL [KEN]\nATOLL_ [KEN]";
        var problem = Assert.Single(Read("old.actors", text, DictionaryFormat.Tabari).Problems);
        Assert.Equal("HS2056", problem.Code);
        Assert.StartsWith("2 phrases", problem.Problem, StringComparison.Ordinal);
        Assert.Empty(Read("old.actors", text).Problems);
    }

    [Fact]
    public void What_recurs_in_a_file_is_told_once()
    {
        var problems = Read("my.actors", "REEF_A_ [KENXYZ]\nREEF_B_ [KENGOVXYZ]\nREEF_C_ [GBRXYZ]\nREEF_D_ [---]\nREEF_E_ [###]").Problems;
        Assert.Equal([("HS2054", 1), ("HS2055", 4)], problems.Select(p => (p.Code, p.Line)));
        Assert.StartsWith("\"XYZ\", here and in 2 other codes, has no counterpart", problems[0].Problem, StringComparison.Ordinal);
        Assert.Contains("here and in one other code", problems[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_telling_name_the_codes_tell_agents_from_actors()
    {
        Assert.Single(Read("mine.txt", "WARDEN [~COP]").AgentRows);
        Assert.Single(Read("mine.txt", "PORT_WATCH_ [KENGOV]").ActorRows);
    }

    [Fact]
    public void A_problem_is_printed_with_file_line_code_and_remedy() =>
        Assert.StartsWith("my.actors:3: HS2051 Nothing in the code \"QQQ\" is a country or a sector. Use", Read("my.actors", "\n# x\nPORT_WATCH_ [QQQ]").Problems[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void Old_files_in_latin_1_are_read() => Assert.Equal("SÉGOLÈNE", DictionaryImport.Decode([0x53, 0xC9, 0x47, 0x4F, 0x4C, 0xC8, 0x4E, 0x45]));
}
