using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests;

/// <summary>What the whole run shares.</summary>
[SetUpFixture]
public sealed class Run
{
    [OneTimeSetUp]
    public Task Start()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        return TestDatabase.BuildTemplate();
    }

    [OneTimeTearDown]
    public async Task Stop() => await TestDatabase.StopServer();
}
