using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Hearsay.Bench -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Hearsay.Bench.PipelineBenchmarks).Assembly).Run(args);
