using Hearsay.Cli;
using Hearsay.Cli.Commands;

using var interruption = new Interruption();
return CommandTree.Run(args, Terminal.OfProcess(interruption.Token), SystemModels.Loaders);
