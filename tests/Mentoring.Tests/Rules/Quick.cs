namespace Mentoring.Tests.Rules;

/// <summary>What is decided without a database is told in seconds: all fixtures here belong to the quick tests.</summary>
[SetUpFixture, Category("Quick"), Parallelizable(ParallelScope.Self)]
public sealed class Quick;
