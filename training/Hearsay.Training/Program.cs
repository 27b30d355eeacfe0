using Hearsay.Training.Confidence;
using Hearsay.Training.Coreference;
using Hearsay.Training.Morphology;
using Hearsay.Training.Parsing;
using Hearsay.Training.Segmentation;
using Hearsay.Training.Triggers;

switch (args)
{
    case ["parser", .. var rest]: return ParserCommand.Run(rest);
    case ["teach", .. var rest]: return TeachCommand.Run(rest);
    case ["segmentation", .. var rest]: return SegmentationTraining.Run(rest);
    case ["lemmas", .. var rest]: return LemmaTraining.Run(rest);
    case ["confidence", .. var rest]: return ConfidenceCommand.Run(rest);
    case ["coreference", .. var rest]: return CoreferenceCommand.Run(rest);
    case ["triggers", .. var rest]: return TriggerCommand.Run(rest);
}
Console.Error.WriteLine("Usage: Hearsay.Training parser|teach|segmentation|lemmas|confidence|coreference|triggers --help");
return args.Length == 0 || args is ["--help"] ? 0 : 2;
