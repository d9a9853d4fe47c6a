using Dapper;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Meetings;

/// <summary>Notes stay between the pair.</summary>
[Covers(nameof(GetMeetingNote), nameof(LogMeeting), nameof(WriteMeetingNote))]
public sealed class WriteMeetingNoteTests : MeetingTest
{
    string Note(Guid id) => $"/api/v1/meetings/{id}/note";

    [Test]
    public async Task Each_writes_an_own_note_and_both_read_both()
    {
        var id = await HeldMeeting(Program);
        await Mentor.Put(Note(id), new { text = "Черновик" }).Ok();
        await Mentor.Put(Note(id), new { text = "Ей трудно с дисциплиной" }).Ok();
        await Mentee.Put(Note(id), new { text = "Стало легче" }).Ok();

        var seen = await Mentee.GetAsync(Note(id)).Ok();
        Assert.That((string?)seen["own"]!["text"], Is.EqualTo("Стало легче"));
        Assert.That(seen["others"]!.AsArray().Select(n => (string?)n!["text"]), Is.EqualTo(new[] { "Ей трудно с дисциплиной" }));
    }

    [Test]
    public async Task Neither_the_curator_nor_the_head_reads_them()
    {
        var id = await HeldMeeting(Program);
        await Mentor.Put(Note(id), new { text = "Только между нами" }).Ok();
        await Curator.GetAsync(Note(id)).IsProblem(403, "permission.missing");
        await Head.GetAsync(Note(id)).IsProblem(403, "permission.missing");
        await Curator.Put(Note(id), new { text = "x" }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_curator_who_takes_part_elsewhere_finds_nothing_here()
    {
        var id = await HeldMeeting(Program);
        await Mentor.Put(Note(id), new { text = "Только между нами" }).Ok();
        var teacher = await World.Teacher(School.Id, "Кураторова");
        var curator = As(await World.Account(Role.Curator, School.Id, teacher));
        await Draft(p => p["participants"]![0]!["personId"] = teacher);

        await curator.GetAsync(Note(id)).IsProblem(404, "not-found");
        await curator.Put(Note(id), new { text = "x" }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_note_has_text_and_the_trail_does_not_repeat_it()
    {
        var id = await HeldMeeting(Program);
        await Mentor.Put(Note(id), new { text = "" }).PointsTo("/text");
        await Mentor.Put(Note(id), new { text = "Секретное слово" }).Ok();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where detail::text like '%Секретное%'"), Is.Zero);
    }
}
