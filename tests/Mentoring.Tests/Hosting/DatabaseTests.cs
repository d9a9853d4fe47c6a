using Mentoring.Api.Hosting;
using Npgsql;

namespace Mentoring.Tests.Hosting;

/// <summary>How the API signs in to the database that it was given.</summary>
[Category("Quick")]
public sealed class DatabaseTests
{
    const string Owner = "Host=db;Database=mentoring;Username=owner;Password=secret";

    [Test]
    public void The_api_works_as_a_role_of_its_own_with_a_password_of_its_own()
    {
        var app = Database.AsApp(Owner);
        Assert.Multiple(() =>
        {
            Assert.That(app.Username, Is.EqualTo("mentoring_app"));
            Assert.That(app.Password, Is.Not.Empty.And.Not.EqualTo("secret"));
            Assert.That(app.Database, Is.EqualTo("mentoring"));
        });
    }

    [TestCase(Owner, 100)]
    [TestCase(Owner + ";Max Auto Prepare=0", 0)]
    [TestCase(Owner + ";MaxAutoPrepare=7", 7)]
    public void Repeated_statements_are_prepared_unless_the_owner_says_otherwise(string owner, int prepared) =>
        Assert.That(new NpgsqlConnectionStringBuilder(Database.AsApp(owner).ConnectionString).MaxAutoPrepare, Is.EqualTo(prepared));
}
