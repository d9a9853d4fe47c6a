using Dapper;

namespace Mentoring.Tests.Support;

/// <summary>What is given for every test about meetings: a program in force.</summary>
public abstract class MeetingTest : ProgramTest
{
    protected Guid Program { get; private set; }

    [SetUp]
    public async Task PutProgramInForce()
    {
        var runs = "select exists (select from program where id = @Program and status in ('Active', 'Paused'))";
        if (!await Sql.ExecuteScalarAsync<bool>(runs, new { Program })) Program = await Active();
    }

    protected object Planned(TimeSpan ahead, int minutes = 45, string topic = "Первый урок") =>
        new { startsAt = Clock.GetUtcNow().Add(ahead), durationMinutes = minutes, mode = "Online", topic, place = "Кабинет 12" };

    protected async Task<Guid> Plan(TimeSpan ahead) => (Guid)(await Mentor.Post($"{Path}/{Program}/meetings", Planned(ahead)).Gives(201))["id"]!;

    /// <summary>A planned meeting whose hour has come.</summary>
    protected async Task<Guid> Begun()
    {
        var id = await Plan(TimeSpan.FromHours(1));
        Clock.Advance(TimeSpan.FromHours(2));
        return id;
    }
}
