namespace Mentoring.Tests.Architecture;

/// <summary>What a new slice lacks is told in seconds: all fixtures here belong to the quick tests.</summary>
[SetUpFixture, Category("Quick"), Parallelizable(ParallelScope.Self)]
public sealed class Quick;
