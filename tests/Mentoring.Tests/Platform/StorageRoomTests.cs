using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

/// <summary>The platform runs short of room: first files are refused, then writes, and people go on reading.</summary>
public sealed class StorageRoomTests : StorageTest
{
    const long Terabyte = 1024 * 1024;

    [Test]
    public async Task Under_the_reserve_files_alone_are_refused()
    {
        var program = await Active();
        Set("Capacity", Terabyte);
        Set("Reserve", Terabyte);
        Set("Floor", 0);
        await Put(Mentor, program, 1).IsProblem(507, "storage.reserve");
        await Mentor.Post($"{Path}/{program}/comments", new { text = "Посмотрите план" }).Gives(201);
        var room = await Room(Mentor, $"programId={program}");
        Assert.That(((long)room["left"]!, (bool)room["takesFiles"]!), Is.EqualTo((0L, false)));

        Set("Reserve", 0);
        await Put(Mentor, program, 1).Gives(201);
    }

    [Test]
    public async Task Under_the_floor_nothing_is_written_and_reading_goes_on()
    {
        var program = await Active();
        Set("Capacity", Terabyte);
        Set("Floor", Terabyte);
        await Mentor.Post($"{Path}/{program}/comments", new { text = "Посмотрите план" }).IsProblem(503, "storage.full");
        await Mentor.GetAsync($"{Path}/{program}").Ok();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from program_comment where program_id = @program", new { program }), Is.Zero);
        Assert.That((bool)(await Operator.GetAsync("/api/v1/storage").Ok())["takesWrites"]!, Is.False);
    }

    [Test]
    public async Task A_full_disk_is_told_as_such_and_reading_goes_on()
    {
        var program = await Active();
        await Sql.ExecuteAsync("""
            create function full_disk() returns trigger language plpgsql as $$
            begin raise exception using errcode = 'disk_full', message = 'could not extend file: No space left on device'; end $$;
            create trigger full_disk before insert on program_comment for each row execute function full_disk();
            """);
        try
        {
            await Mentor.Post($"{Path}/{program}/comments", new { text = "Посмотрите план" }).IsProblem(503, "storage.full");
            await Mentor.GetAsync($"{Path}/{program}").Ok();
        }
        finally
        {
            await Sql.ExecuteAsync("drop function full_disk cascade");
        }
    }
}
