using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>
/// The attack: a head invites an account tied to a teacher and signs in the teacher's name. Replayed with everything that one
/// person has: the own account, a mailbox, and a second account that is nobody's, with a curator's rights.
/// </summary>
public sealed class ForgedConsentTests : InvitationTest
{
    const string Mailbox = "attacker@elsewhere.example";

    [Test]
    public async Task A_head_alone_cannot_set_the_password_of_a_teachers_account_nor_consent_in_the_teachers_name()
    {
        var teacher = await Teacher("teacher@school.example");
        var unlisted = await Teacher(name: "Безадресная");

        // The head's second account: nobody's, made and opened by the head, with a curator's rights.
        var second = await Head.Post(Accounts, new { email = Mailbox, displayName = "Помощник", organizationId = School }).Gives(201);
        await SetPassword(await TokenTo(Mailbox)).Gives(204);
        var puppet = As((Guid)second["accountId"]!);
        await World.Assign((Guid)second["accountId"]!, Role.Curator, School);
        Services.GetRequiredService<Access>().Forget(second["accountId"]!.ToString());
        Mail.Clear();

        // By mail: to the own mailbox, or to an address that the own second account wrote into the staff list.
        await Head.Post(Accounts, new { email = Mailbox, personId = teacher, organizationId = School }).IsProblem(409, "account.email-taken");
        await Head.Post(Accounts, new { email = $"2{Mailbox}", personId = teacher, organizationId = School }).IsProblem(409, "invitation.contact-differs");
        await Sql.ExecuteAsync("update person set email = @mail, email_by = @by where id = @unlisted",
            new { mail = $"3{Mailbox}", by = second["accountId"]!.ToString(), unlisted });
        await Head.Post(Accounts, new { email = $"3{Mailbox}", personId = unlisted, organizationId = School }).IsProblem(409, "invitation.contact-unproven");

        // By sheet: the head has the code and gets no link, neither as inviter nor through the second account.
        var sheet = await Invited(unlisted, $"3{Mailbox}", "Sheet");
        await HandOver(Head, sheet).IsProblem(403, "invitation.own");
        await HandOver(puppet, sheet).IsProblem(403, "invitation.hand-over-as-person");
        await puppet.Post($"{Accounts}/{sheet["accountId"]}/invitations", new { organizationId = School, delivery = "Sheet" })
            .IsProblem(403, "permission.missing");
        await Head.Post($"{Accounts}/{sheet["accountId"]}/invitations", new { organizationId = School, delivery = "Mail" })
            .IsProblem(409, "invitation.contact-unproven");

        // By the right address: the letter goes to the teacher, whom it names nowhere else.
        var mailed = await Invited(teacher, "teacher@school.example");
        await Drain();
        await Head.Post($"{Accounts}/{mailed["accountId"]}/invitations", new { organizationId = School, delivery = "Mail" }).Ok();
        await Drain();
        var links = Mail.Letters.Where(letter => letter.Message.TextBody!.Contains("set-password", StringComparison.Ordinal));
        Assert.That(links.Select(letter => letter.To), Is.EqualTo(new[] { "teacher@school.example", "teacher@school.example" }));

        // What the head was told opens nothing, and the own sign-in signs for nobody else.
        foreach (var answer in (JsonNode[])[sheet, mailed])
        {
            var (id, code) = ((Guid)answer["invitationId"]!, (string?)answer["code"]);
            foreach (var guess in (string?[])[code, id.ToString(), id.ToString("n") + code])
                if (guess is not null) await SetPassword(guess, code).PointsTo("/token", "account.link-invalid");
            Assert.That(await HasPassword(answer), Is.False);
        }

        var program = await Asked(teacher, unlisted);
        var hash = await Sql.ExecuteScalarAsync<string>("select terms_hash from consent where program_id = @program limit 1", new { program });
        foreach (var own in (HttpClient[])[Head, puppet])
            await own.Post($"/api/v1/programs/{program}/consents/decide", new { given = true, termsVersion = 1, termsHash = hash })
                .IsProblem(403, "permission.missing");
        var statuses = await Sql.QueryAsync<string>("select distinct status from consent where program_id = @program", new { program });
        Assert.That(statuses, Is.EqualTo(new[] { "Requested" }));
    }

    /// <summary>A program that asks both for their consent.</summary>
    async Task<Guid> Asked(Guid mentor, Guid mentee)
    {
        var today = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");
        string Day(int days) => today.AddDays(days).ToString("O", CultureInfo.InvariantCulture);
        var id = (Guid)(await Curator.Post("/api/v1/programs", new
        {
            organizationId = School, title = "Первый год", formCode = "teacher-teacher", kindCode = "traditional", purposeCode = "young-specialist",
            startsOn = Day(0), endsOn = Day(200),
            content = "Помощь", participants = new[] { new { personId = mentor, role = "Mentor" }, new { personId = mentee, role = "Mentee" } },
            goals = new[] { new { areaCode = "methods", difficulty = "Планирование", goal = "Планирует сама" } },
            activities = new[] { new { activity = "Разбор", dueOn = Day(10), responsible = "Both", expectedResult = "Запись" } },
        }).Gives(201))["id"]!;
        await Curator.Post($"/api/v1/programs/{id}/submit", new { version = 1 }).Ok();
        return id;
    }
}
