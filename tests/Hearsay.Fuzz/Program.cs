using System.Diagnostics;
using System.Globalization;
using Hearsay.Fuzz;

// hearsay-fuzz run html|feed|warc|date N [SEED]   N executions of the own mutational driver; ends with 1 at the first exception
// hearsay-fuzz libfuzzer|afl TARGET               entry for SharpFuzz's drivers, on an instrumented build (see README.md)
// hearsay-fuzz seeds TARGET FOLDER                writes the starting inputs for those
if (args.Length < 2 || !Targets.All.TryGetValue(args[1], out var target))
{
    Console.Error.WriteLine($"Usage: run|libfuzzer|afl|seeds {string.Join('|', Targets.All.Keys)} …");
    return 2;
}
switch (args[0])
{
    case "libfuzzer":
        SharpFuzz.Fuzzer.LibFuzzer.Run(bytes => target.Run(bytes.ToArray()));
        return 0;
    case "afl":
        SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
        {
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            target.Run(whole.ToArray());
        });
        return 0;
    case "seeds":
        Directory.CreateDirectory(args[2]);
        for (int i = 0; i < target.Seeds.Length; i++) File.WriteAllText(Path.Combine(args[2], $"{args[1]}-{i}"), target.Seeds[i]);
        return 0;
    default:
        return Drive(long.Parse(args[2], CultureInfo.InvariantCulture), args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1);
}

int Drive(long executions, int seed)
{
    var mutations = new Mutations(target.Seeds, seed);
    var clock = Stopwatch.StartNew();
    var slowest = TimeSpan.Zero;
    for (long i = 1; i <= executions; i++)
    {
        byte[] input = mutations.Next();
        var before = clock.Elapsed;
        try
        {
            target.Run(input);
        }
        catch (Exception e)
        {
            File.WriteAllBytes($"crash-{args[1]}-{seed}-{i}", input);
            Console.WriteLine($"{args[1]}: execution {i} of seed {seed} threw; the input is in crash-{args[1]}-{seed}-{i}\n{e}");
            return 1;
        }
        if (clock.Elapsed - before > slowest) slowest = clock.Elapsed - before;
        if (i % 100_000 == 0 || i == executions)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{args[1]}: {i:N0} executions, 0 unhandled exceptions, {i / clock.Elapsed.TotalSeconds:N0}/s, slowest {slowest.TotalMilliseconds:0} ms, {Environment.WorkingSet / 1e6:0} MB"));
    }
    return 0;
}
