using BenchmarkDotNet.Running;
using Hearsay.Bench;
using Hearsay.Bench.Store;
using Hearsay.Bench.Web;

// dotnet run -c Release --project bench/Hearsay.Bench -- --filter '*'
// … -- stages [FILE.txt…] | warc FILE N | read-warc FILE | languages | reprints | kills HEARSAY N
// … -- exports | store [--db STORE] [--events N] | overview [--db STORE] | web HEARSAY [--db STORE] [--users N] [--seconds N] | paint HEARSAY [--db STORE]
if (args is ["stages", .. var files]) return StageReport.Run(files);
if (args is ["kills", var program, var kills]) return KillAndResume.Run(program, int.Parse(kills, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["warc" or "read-warc" or "languages" or "reprints", ..]) return ArchiveSpeed.Run(args);
if (args is ["exports"]) return ExportSpeed.Run();
if (args is ["store", .. var options]) return StoreMeasurements.Run(options);
if (args is ["overview", .. var place]) return OverviewMeasurements.Run(place);
if (args is ["web", var server, .. var load]) return WebLoad.Run(server, load);
if (args is ["paint", var served, .. var shown]) return await PaintMeasurements.Run(served, shown);
BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmarks).Assembly).Run(args);
return 0;
