using System.Runtime.CompilerServices;

// The trainer lays out and writes the same parameters that the parser reads, and measures with the same kernels.
[assembly: InternalsVisibleTo("Hearsay.Training")]
[assembly: InternalsVisibleTo("Hearsay.Language.Tests")]
[assembly: InternalsVisibleTo("Hearsay.Bench")]
