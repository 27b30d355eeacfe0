using Hearsay.Training.Parsing;

if (args is ["parser", .. var rest]) return ParserCommand.Run(rest);
Console.Error.WriteLine("Usage: Hearsay.Training parser --help");
return args.Length == 0 || args is ["--help"] ? 0 : 2;
