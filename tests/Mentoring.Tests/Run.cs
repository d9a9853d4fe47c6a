using Dapper;
using Mentoring.Tests;
using Mentoring.Tests.Support;
using NUnit.Framework.Internal;

[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: Workers]

namespace Mentoring.Tests;

/// <summary>What the whole run shares.</summary>
[SetUpFixture]
public sealed class Run
{
    [OneTimeSetUp]
    public void Start()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // All databases have one schema: what is compiled for a statement on one of them serves all the others.
        SqlMapper.ConnectionStringComparer = new AnyDatabase();
        Roster.Marks = () => string.Concat(TestContext.CurrentContext.Test.ID.Where(char.IsAsciiDigit).Select(digit => (char)('а' + (digit - '0'))));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await ApiHost.StopAll();
        await TestDatabase.StopServer();
    }

    sealed class AnyDatabase : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => true;

        public int GetHashCode(string obj) => 0;
    }
}

/// <summary>Two of the fixtures that run at once mostly wait, for a browser and for the web client's own tests: the others have the processors.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WorkersAttribute() : PropertyAttribute(PropertyNames.LevelOfParallelism, Environment.ProcessorCount + 2);
