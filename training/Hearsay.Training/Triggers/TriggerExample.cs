namespace Hearsay.Training.Triggers;

/// <summary>A word to learn from: its features, the number of its class, and how much it counts.</summary>
internal sealed record TriggerExample(float[] Row, int Class, float Weight);
