using Dapper;
using Mentoring.Api.Features.Common.Storage;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Storage;

[Covers(nameof(GetStorageRoom))]
public sealed class GetStorageRoomTests : StorageTest
{
    [Test]
    public async Task What_is_left_is_the_least_of_the_person_the_program_and_the_organization()
    {
        var program = await Active();
        await Put(Mentor, program, 100).Gives(201);
        Set("Person", 3);
        Set("Program", 2);
        var room = await Room(Mentor, $"programId={program}");
        Assert.That((long)room["left"]!, Is.EqualTo(2 * Megabyte - 100 * 1024));
        Assert.That(((long)room["person"]!["used"]!, (long)room["person"]!["limit"]!), Is.EqualTo((100 * 1024L, 3 * Megabyte)));
        Assert.That(((long)room["largestFile"]!, (bool)room["takesFiles"]!), Is.EqualTo((20 * Megabyte, true)));

        var school = await Room(Mentee, $"organizationId={School.Id}");
        Assert.That((school["program"], (long)school["person"]!["used"]!), Is.EqualTo(((object?)null, 0L)), "each sees the own part");
    }

    [Test]
    public async Task A_mentor_from_another_school_sees_the_room_of_the_program()
    {
        var guest = await World.Teacher(await World.School("28701000"), "Гостева");
        var account = await World.Account(guest);
        var program = await Active();
        await Put(Mentor, program, 50).Gives(201);
        await Sql.ExecuteAsync("""
            insert into program_participant (program_id, person_id, person_name, organization_id, region_code, role, employer_id, joined_on)
            select p.id, @guest, 'Гостева Анна', p.organization_id, p.region_code, 'Mentor', e.organization_id, current_date
              from program p, employment e where p.id = @program and e.person_id = @guest
            """, new { guest, program });
        var room = await Room(As(account), $"programId={program}");
        Assert.That((long)room["organization"]!["used"]!, Is.GreaterThanOrEqualTo(50 * 1024));
    }

    [Test]
    public async Task Neither_another_school_nor_a_caller_without_files_sees_it()
    {
        var program = await Active();
        await Stranger.GetAsync($"/api/v1/storage/room?programId={program}").IsProblem(404, "not-found");
        await Stranger.GetAsync($"/api/v1/storage/room?organizationId={School.Id}").IsProblem(404, "not-found");
        await (await As(Role.RegionalAnalyst, World.Region)).GetAsync($"/api/v1/storage/room?organizationId={School.Id}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Of_one_owner_at_a_time()
    {
        await Mentor.GetAsync("/api/v1/storage/room").PointsTo("/organizationId");
        await Mentor.GetAsync($"/api/v1/storage/room?organizationId={School.Id}&programId={School.Id}").PointsTo("/organizationId");
    }
}
