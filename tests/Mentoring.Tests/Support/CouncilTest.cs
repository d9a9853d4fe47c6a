using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Support;

/// <summary>A school with a council of a chair and three members, all seated by the API.</summary>
public abstract class CouncilTest : ProgramTest
{
    /// <summary>Somebody who sits on the council.</summary>
    protected sealed record Seated(Guid Person, Guid Account, HttpClient Client);

    protected Seated Chair { get; private set; } = null!;

    protected IReadOnlyList<Seated> Members { get; private set; } = [];

    protected string OfSchool => $"/api/v1/organizations/{School.Id}/council";

    [OneTimeSetUp]
    public async Task SeatCouncil()
    {
        Chair = await Seat("Chair", "Председателева");
        Members = [await Seat("Member", "Первая"), await Seat("Member", "Вторая"), await Seat("Member", "Третья")];
    }

    /// <summary>Works at the school and has an account without roles.</summary>
    protected async Task<Seated> Colleague(string name)
    {
        var person = await World.Teacher(School.Id, name);
        var account = await World.Account(person);
        return new(person, account, As(account));
    }

    /// <summary>Invited by the curator, and agreed.</summary>
    protected async Task<Seated> Seat(string seat, string name)
    {
        var colleague = await Colleague(name);
        var id = await Invite(colleague.Person, seat);
        await colleague.Client.Post($"/api/v1/council/seats/{id}/answer", new { version = 1, accepted = true }).Ok();
        if (seat == "Chair") await ConfirmRole(colleague.Person);
        return colleague;
    }

    protected async Task<Guid> Invite(Guid person, string seat = "Member") =>
        (Guid)(await Curator.Post($"{OfSchool}/seats", new { personId = person, seat, basis = "Приказ № 14" }).Gives(201))["id"]!;

    protected object Called(params object[] agenda) => new
    {
        startsAt = Clock.GetUtcNow().AddHours(1), place = "Кабинет 7",
        agenda = agenda.Length > 0 ? agenda : [new { kind = "Incentive", subject = "О поощрении наставников" }],
    };

    protected async Task<Guid> Planned() => (Guid)(await Chair.Client.Post($"{OfSchool}/meetings", Called()).Gives(201))["id"]!;

    /// <summary>A meeting in session with everybody there but the last member.</summary>
    protected async Task<Guid> InSession(int present = 3)
    {
        var id = await Planned();
        await Chair.Client.Post($"/api/v1/council/meetings/{id}/open",
            new { version = 1, present = Members.Prepend(Chair).Take(present).Select(s => s.Person) }).Ok();
        return id;
    }

    protected async Task<Guid> Proposed(Guid meeting, string text = "Поддержать поощрение")
    {
        var point = (Guid)(await Read(Chair, meeting))["agenda"]![0]!["id"]!;
        return (Guid)(await Members[0].Client.Post($"/api/v1/council/meetings/{meeting}/decisions", new { agendaItemId = point, text }).Gives(201))["id"]!;
    }

    protected async Task<Guid> Adopted(Guid meeting)
    {
        var id = await Proposed(meeting);
        await Chair.Client.Post($"/api/v1/council/decisions/{id}/open-vote", new { version = 1 }).Ok();
        foreach (var member in Members.Prepend(Chair).Take(3)) await member.Client.Put($"/api/v1/council/decisions/{id}/vote", new { vote = "For" }).Ok();
        await Chair.Client.Post($"/api/v1/council/decisions/{id}/close-vote", new { version = 2 }).Ok();
        return id;
    }

    protected static Task<JsonNode> Read(Seated who, Guid meeting) => who.Client.GetAsync($"/api/v1/council/meetings/{meeting}").Ok();

    protected void Forget(Seated who) => Services.GetRequiredService<Access>().Forget(who.Account.ToString());
}
