namespace Hearsay.Training.Parsing;

/// <summary>What a training run of the parser is set to; the defaults are those of the shipped model.</summary>
internal sealed record TrainingSettings
{
    public int Seed { get; init; } = 1;
    public int Epochs { get; init; } = 28;
    public int Threads { get; init; } = 2;
    public int BatchWords { get; init; } = 800;
    public int Embedding { get; init; } = 128;
    public int Hidden { get; init; } = 224;
    public int Arc { get; init; } = 160;
    public int Label { get; init; } = 128;
    public float LearningRate { get; init; } = 0.003f;
    public int WarmUpSteps { get; init; } = 200;
    public float Clip { get; init; } = 5f;
    public float InputDropout { get; init; } = 0.2f;
    public float Dropout { get; init; } = 0.33f;

    /// <summary>One mask for all words of a sentence in the recurrent layers' outputs.</summary>
    public bool SharedDropout { get; init; } = true;

    public float WordDropout { get; init; } = 0.2f;
    public float AffixDropout { get; init; } = 0.05f;
    public float TagWeight { get; init; } = 0.5f;
    public float NameWeight { get; init; } = 1f;

    /// <summary>How often an epoch goes through the name corpora; a fraction takes a part of their batches.</summary>
    public float NameShare { get; init; } = 1f;

    /// <summary>How much the teachers' beliefs count where people's answers stand too, from 0 to 1.</summary>
    public float TaughtWeight { get; init; } = 0.5f;

    /// <summary>How often an epoch goes through the sentences that only teachers have labelled, like <see cref="NameShare"/>.</summary>
    public float TaughtShare { get; init; } = 0.5f;

    /// <summary>Sentences of the treebanks are read as headlines too (<see cref="HeadlineMaker"/>).</summary>
    public bool Headlines { get; init; }

    public int LongestSentence { get; init; } = 120;
}
