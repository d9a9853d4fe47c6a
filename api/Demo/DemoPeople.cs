using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Demo;

/// <summary>Accounts of people of the demo country; all with one password.</summary>
sealed class DemoPeople(DemoRandom random, DemoRows rows, DemoCalendar calendar)
{
    public const string Password = "Nastavnik-Demo-1";

    // One hash for all: deriving a key takes a moment each time, and the password is told to everybody anyway.
    readonly string _hash = Accounts.Hash(Password);

    /// <returns>The account's id.</returns>
    public Guid At(DemoOrganization organization, DemoPerson person, string role, string mailbox)
    {
        var account = Account(person.Name.Full, mailbox, person.Id);
        Assign(account, role, organization.Id, organization.Region.Code, null);
        return account;
    }

    /// <summary>One more role of the same account.</summary>
    public void Also(Guid account, DemoOrganization organization, string role) => Assign(account, role, organization.Id, organization.Region.Code, null);

    /// <param name="person">Somebody of the bodies above the schools; nobody for the administrator.</param>
    public void Over(string territory, DemoPerson? person, string role, string mailbox) =>
        Assign(Account(person?.Name.Full ?? "Администратор платформы", mailbox, person?.Id), role, null, null, territory);

    /// <summary>A system that calls the API: a school's own, or one that reads the sums of the country.</summary>
    public void System(string clientId, string role, DemoOrganization? organization, string? territory) =>
        Assign(null, role, organization?.Id, organization?.Region.Code, territory, clientId);

    Guid Account(string name, string mailbox, Guid? person)
    {
        var (id, email) = (random.Id(DemoCalendar.Utc(new DateOnly(calendar.SchoolYear, 8, 20)).AddMinutes(rows.Accounts.Count)), $"{mailbox}@demo.example");
        rows.Accounts.Add(new(id, email, email.ToUpperInvariant(), email, email.ToUpperInvariant(), true, _hash, id.ToString("n"), person, name));
        return id;
    }

    void Assign(Guid? account, string role, Guid? organization, string? region, string? territory, string? client = null)
    {
        var since = new DateOnly(calendar.SchoolYear - 1, 9, 1);
        var confirmed = Enum.TryParse<Role>(role, out var known) && Confidential.Roles.Contains(known) ? "demo-region" : null;
        rows.Assignments.Add(new(
            random.Id(DemoCalendar.Utc(since)), account, client, role, organization, region, territory, since,
            "Приказ о внедрении системы наставничества", "demo", confirmed));
    }
}
