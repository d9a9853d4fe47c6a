using Mentoring.Tests.Support;

namespace Mentoring.Tests;

/// <summary>What the whole run shares.</summary>
[SetUpFixture]
public sealed class Run
{
    [OneTimeSetUp]
    public Task Start() => TestDatabase.BuildTemplate();

    [OneTimeTearDown]
    public async Task Stop() => await TestDatabase.StopServer();
}
