using CsCheck;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Knowledge.Import;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Knowledge;

/// <summary>A dictionary is imported, written beside the tables of the program, and its actors are found in sentences.</summary>
public sealed class ImportRoundTripTests : IDisposable
{
    private const string Actors = """
        # invented for this test
        ZORVATH_FRONT_ [KENREB]
        +FRONT_FOR_ZORVATH_
        ILDA_MARKUNAS_
        	[LTUGOV 100101-141231]
        	[LTUOPP >150101]
        QUILLMERE_  [GBR]
        PARIS_ [FRA]
        ZORVATH_PORT,_LTD_ [KENBUS]
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("hearsay-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private ActorTables Tables()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(CodingTools.Data, "lexicons"), "*.csv")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var import = DictionaryImport.Into(CodingTools.Data);
        import.Add("test.actors", Actors);
        import.Add("test.agents", "FROBNIK [~MIL]\nREEFMAN {REEFMEN} [~COP]\n");
        Assert.Empty(import.Problems);
        import.Write(folder);
        return ActorTables.Load(folder);
    }

    [Theory]
    [InlineData("The Zorvath Front attacked the village on Monday.", "Front", 2024, "KENREB", "imported-actors:Zorvath Front")]
    [InlineData("Soldiers shot two members of the Front for Zorvath.", "Front", 2024, "KENREB", "imported-actors:Zorvath Front")]
    [InlineData("Ilda Markunas criticised the ministers.", "Ilda", 2012, "LTUGOV", "imported-actors:Ilda Markunas")]
    [InlineData("Ilda Markunas criticised the ministers.", "Ilda", 2020, "LTUOPP", "imported-actors:Ilda Markunas")]
    [InlineData("Paris rejected the plan.", "Paris", 2024, null, "imported-actors:Paris")]
    [InlineData("The frobnik left the town.", "frobnik", 2024, "MIL", "imported-agents:frobnik")]
    [InlineData("The reefmen left the town.", "reefmen", 2024, "COP", "imported-agents:reefm")]
    public void An_imported_actor_is_resolved_in_a_sentence(string text, string word, int year, string? code, string row)
    {
        var tables = Tables();
        var document = CodingTools.Annotator.Annotate(text);
        var actors = new ActorResolver(tables, _ => null).Resolve(document, new DateOnly(year, 6, 1));
        var sentence = document.Sentences[0];
        var token = sentence.Tokens.First(t => t.Form == word);
        // The head of the name is the last of its words to the parser, or the first: both mean the same party.
        var found = actors.One(0, token.Relation is "compound" or "flat" && token.Head >= 0 ? token.Head : token.Index);
        bool imported = found.Rows.Any(r => r.StartsWith(row, StringComparison.Ordinal));
        // What the program knows of a city by itself stays as it is.
        Assert.Equal(code is not null, imported);
        if (code is not null) Assert.Equal(code, found.Code);
    }

    [Fact]
    public void Rows_are_csv_with_the_columns_of_the_tables()
    {
        Tables();
        string[] actors = File.ReadAllLines(Path.Combine(folder, DictionaryImport.ActorsFile)), agents = File.ReadAllLines(Path.Combine(folder, DictionaryImport.AgentsFile));
        Assert.Equal("name,aliases,country,sectors,kind,from,to", actors[0]);
        Assert.Equal("Zorvath Front,Front for Zorvath,KEN,REB,,,", actors[1]);
        Assert.Equal("Ilda Markunas,,LTU,GOV,person,2010-01-01,2014-12-31", actors[2]);
        Assert.Equal("\"Zorvath Port, Ltd\",,KEN,BUS,,,", actors[^1]);
        Assert.Equal(["noun,sectors,number,note", "frobnik,MIL,s,imported", "reefman,COP,s,imported", "reefmen,COP,p,imported"], agents);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_its_tables_can_be_read_again()
    {
        string[] pieces = ["REEF", "_", " ", "\t", "\n", "\r", "+", "&", "!", "!A! = B, C\n", "&SET\n+ONE\n", "&SET", "[", "]", "[KENGOV]", "[~MIL]", "[---]", "[###]",
            " 010101-020202", " >", "<", "{", "}", ";", "#", "<!--", "-->", "|", ",", "\"", "*", "~", "/", "Ä", "\uD83D", "<NOUN>"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 40].Sample(parts =>
        {
            foreach (string name in (string[])["x.actors", "x.agents"])
            {
                var import = DictionaryImport.Into(CodingTools.Data);
                import.Add(name, string.Concat(parts));
                string tables = Path.Combine(folder, Guid.NewGuid().ToString("N"));
                import.Write(tables);
                int Rows(string file) => File.Exists(Path.Combine(tables, file)) ? CsvTable.Read(Path.Combine(tables, file)).Rows.Count() : 0;
                Assert.Equal((import.ActorRows.Count, import.AgentRows.Count), (Rows(DictionaryImport.ActorsFile), Rows(DictionaryImport.AgentsFile)));
                Assert.All(import.ActorRows, r => Assert.True(r.Name.Length > 1 && r.Country.Length + r.Sectors.Count > 0));
            }
        }, iter: 300, threads: 1);
    }
}
