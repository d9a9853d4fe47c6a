using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.School.Offers;

/// <summary>Who reads and writes offers and requests when a statement forgets to ask.</summary>
public sealed class OfferPolicyTests : OffersTest
{
    async Task<T> With<T>(Func<NpgsqlConnection, Task<T>> work, Guid? organization = null, Guid? person = null, string permission = "OfferUse")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission });
        return await work(app);
    }

    Task<long> Seen(string table, Guid id, Guid? organization = null, Guid? person = null, string permission = "OfferUse") =>
        With(app => app.ExecuteScalarAsync<long>($"select count(*) from {table} where id = @id", new { id }), organization, person, permission);

    Task<int> Write(string sql, Guid id, Guid? organization = null, Guid? person = null, string permission = "OfferUse") =>
        With(app => app.ExecuteAsync(sql, new { id }), organization, person, permission);

    [Test]
    public async Task What_no_school_has_agreed_to_its_mentor_and_that_school_read_alone()
    {
        var id = await Proposed(Card("Country"));
        Assert.That(await Seen("mentor_offer", id, person: Helper), Is.EqualTo(1));
        Assert.That(await Seen("mentor_offer", id, Home, permission: "OfferDecide"), Is.EqualTo(1));
        Assert.That(await Seen("mentor_offer", id, Home, await World.Teacher(Home)), Is.Zero, "a colleague");
        Assert.That(await Seen("mentor_offer", id, Home, permission: "MatchManage"), Is.Zero);
        Assert.That(await Seen("mentor_offer", id, School, Newcomer), Is.Zero);
        Assert.That(await Seen("mentor_offer", id, School, permission: "OfferDecide"), Is.Zero);
    }

    [TestCase("Municipality", true, false, false)]
    [TestCase("Region", true, true, false)]
    [TestCase("Country", true, true, true)]
    public async Task What_was_agreed_to_is_read_within_its_scope(string scope, bool near, bool inRegion, bool afar)
    {
        var id = await Open(Card(scope));
        var (town, far) = (await World.School("28701000"), await World.School("05701000", World.OtherRegion));
        Assert.That((await Seen("mentor_offer", id, School), await Seen("mentor_offer", id, town), await Seen("mentor_offer", id, far)),
            Is.EqualTo((near ? 1L : 0L, inRegion ? 1L : 0L, afar ? 1L : 0L)));
        Assert.That(await Seen("mentor_offer", id, far, permission: "OfferDecide"), Is.EqualTo(afar ? 1L : 0L));
        Assert.That(await Seen("mentor_offer", id, School, permission: "ProgramRead"), Is.Zero);
        Assert.That(await Seen("mentor_offer", id), Is.EqualTo(afar ? 1L : 0L), "who works nowhere");
    }

    [Test]
    public async Task A_mentor_does_not_open_the_own_offer_and_nobody_counts_its_places()
    {
        var id = await Proposed();
        const string Agree = "update mentor_offer set status = 'Open', decided_by_name = 'x' where id = @id";
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => Write(Agree, id, Home, Helper))!.SqlState, Is.EqualTo("42501"));
        Assert.That(await Write(Agree, id, School, permission: "OfferDecide"), Is.Zero);
        Assert.That(await Write(Agree, id, Home, permission: "OfferDecide"), Is.EqualTo(1));
        Assert.That(await Write("update mentor_offer set words = 'x' where id = @id", id, Home, Helper), Is.EqualTo(1));
        Assert.ThrowsAsync<PostgresException>(() => Write("delete from mentor_offer where id = @id", id, Home, Helper));
    }

    [Test]
    public async Task A_request_is_read_by_the_mentee_and_the_own_school_and_once_sent_by_the_mentor_and_theirs()
    {
        var offer = await Open();
        var asked = await Asked(offer);
        async Task<(long, long, long, long, long, long)> Readers() =>
        (
            await Seen("offer_request", asked, person: Newcomer), await Seen("offer_request", asked, School, permission: "OfferDecide"),
            await Seen("offer_request", asked, person: Helper), await Seen("offer_request", asked, Home, permission: "OfferDecide"),
            await Seen("offer_request", asked, School, await World.Teacher(School)),
            await Seen("offer_request", asked, await World.School(), permission: "OfferDecide"));
        Assert.That(await Readers(), Is.EqualTo((1, 1, 0, 0, 0, 0)));
        await Curator.Post(Requests(School, $"/{asked}/agree"), new { version = 1 }).Ok();
        Assert.That(await Readers(), Is.EqualTo((1, 1, 1, 1, 0, 0)));
    }

    [Test]
    public async Task A_mentee_does_not_agree_for_the_school_nor_ask_for_others()
    {
        var asked = await Asked(await Open());
        const string Send = "update offer_request set status = 'Sent', decided_by_name = 'x' where id = @id";
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => Write(Send, asked, School, Newcomer))!.SqlState, Is.EqualTo("42501"));
        Assert.That(await Write(Send, asked, Home, Helper), Is.Zero);
        Assert.That(await Write(Send, asked, Home, permission: "OfferDecide"), Is.Zero);
        var other = await World.Teacher(School);
        const string Add = """
            insert into offer_request (region_code, id, offer_id, organization_id, mentor_id, mentor_name, school_id, mentee_id, mentee_name, by_mentee, words,
                offer_agreed_at, offer_agreed_by_name, status, asked_at, asked_by_name)
            select 'RU-TVE', gen_random_uuid(), o.id, o.organization_id, o.mentor_id, 'x', @School, @other, 'x', true, 'x', now(), 'x', 'Asked', now(), 'x'
              from mentor_offer o
            """;
        var refused = Assert.ThrowsAsync<PostgresException>(
            () => With(app => app.ExecuteAsync(Add, new { School, other }), School, Newcomer));
        Assert.That(refused!.SqlState, Is.EqualTo("42501"));
    }
}
