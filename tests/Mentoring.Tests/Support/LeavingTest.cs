using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.People;

namespace Mentoring.Tests.Support;

/// <summary>A program in force, whose people leave by what a school's staff system sends.</summary>
public abstract class LeavingTest : NotificationTest
{
    [OneTimeSetUp]
    public Task KnowStaff() => Sql.ExecuteAsync("""
        insert into dictionary_entry (dictionary, code, name_ru, name_en, data)
        values ('position', 'teacher', 'Учитель', 'Teacher', '{"teaching": true}') on conflict do nothing;
        update organization set source_id = 'org-1' where id = @Id;
        insert into person_source (organization_id, region_code, source_id, person_id)
        select @Id, o.region_code, s.source_id, s.person_id
          from organization o, (values ('user-1', @Mentor), ('user-2', @Mentee)) s (source_id, person_id) where o.id = @Id
        """, new { School.Id, School.Mentor, School.Mentee });

    /// <summary>A delta that says of this person alone that nobody works there any more under this id.</summary>
    protected Task Delete(int user)
    {
        var delta = new Roster { Mode = "delta" };
        delta.Users.Add($"user-{user},tobedeleted,2026-11-29T00:00:00.000Z{new string(',', 21)}");
        return Import(delta.Zip());
    }

    /// <summary>Works at the school as before, by a later file.</summary>
    protected Task Employ(Guid person) => Sql.ExecuteAsync("""
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), id, region_code, @person, 'teacher', true, true, @Today from organization where id = @Id
        """, new { School.Id, person, Today = Now });

    protected Task Ends(Guid person, Guid organization, DateOnly on) =>
        Sql.ExecuteAsync("update employment set ended_on = @on where person_id = @person and organization_id = @organization",
            new { person, organization, on });

    /// <summary>The hourly job.</summary>
    protected Task Sweep() => Run<FollowDepartures>(job => job.Run(CancellationToken.None));

    protected async Task<JsonNode> Participant(Guid program, Guid person) =>
        (await Read(program))["participants"]!.AsArray().Single(one => (Guid)one!["personId"]! == person)!;

    protected static async Task<IEnumerable<string?>> Tasks(HttpClient reader, Guid program) =>
        (await reader.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray()
            .Where(task => (Guid?)task!["programId"] == program).Select(task => (string?)task!["kind"]);

    async Task Import(byte[] zip)
    {
        using var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        var id = (Guid)(await Curator.PostAsync(
            $"/api/v1/imports/roster?organizationId={School.Id}&fileName={Guid.NewGuid():n}.zip", content).Gives(202))["id"]!;
        await Run<CheckImport>(job => job.Run(id, null, CancellationToken.None));
        var import = await Curator.GetAsync($"/api/v1/imports/{id}").Ok();
        Assert.That(((string?)import["status"], (int?)import["ends"]), Is.EqualTo(("Checked", 1)), import.ToJsonString());
        await Curator.Post($"/api/v1/imports/{id}/confirm", new { version = (int)import["version"]!, skipProblemRows = false }).Ok();
        await Run<ApplyImport>(job => job.Run(id, null, CancellationToken.None));
        Assert.That((string?)(await Curator.GetAsync($"/api/v1/imports/{id}").Ok())["status"], Is.EqualTo("Applied"));
    }
}
