using Mentoring.Api.Features.School.Conditions;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Conditions;

[Covers(nameof(AddRoom), nameof(BookRoom), nameof(CancelRoomBooking), nameof(ListRoomBookings), nameof(ListRooms),
    nameof(ReviseRoom))]
public sealed class RoomTests : ProgramTest
{
    string Rooms => $"/api/v1/organizations/{School.Id}/rooms";

    async Task<Guid> Room(string name) => (Guid)(await Curator.Post(Rooms, new { name, place = "2 этаж", seats = 8, equipment = "Экран" }).Gives(201))["id"]!;

    object At(double hours, int minutes = 60) => new { purpose = "Встреча пары", startsAt = Clock.GetUtcNow().AddHours(hours), durationMinutes = minutes };

    [Test]
    public async Task Two_bookings_never_meet_and_one_given_back_is_free_again()
    {
        var room = await Room("Кабинет 12");
        var id = (Guid)(await Mentor.Post($"{Rooms}/{room}/bookings", At(1)).Gives(201))["id"]!;
        await Mentee.Post($"{Rooms}/{room}/bookings", At(1.5)).IsProblem(409, "room.taken");
        await Mentee.Post($"{Rooms}/{room}/bookings", At(2)).Gives(201);
        await Mentee.Post($"{Rooms}/bookings/{id}/cancel", new { version = 1 }).IsProblem(403, "room.not-yours");
        await Mentor.Post($"{Rooms}/bookings/{id}/cancel", new { version = 1 }).Gives(204);
        await Mentee.Post($"{Rooms}/{room}/bookings", At(1)).Gives(201);
        var (from, until) = ($"{Clock.GetUtcNow():O}", $"{Clock.GetUtcNow().AddDays(1):O}");
        var day = (await Mentee.GetAsync($"{Rooms}/bookings?from={Uri.EscapeDataString(from)}&until={Uri.EscapeDataString(until)}").Ok()).AsArray();
        Assert.That(day.Count(b => (Guid)b!["roomId"]! == room && (bool)b["own"]!), Is.EqualTo(2));
    }

    [Test]
    public async Task Whoever_works_there_sees_the_rooms_and_which_of_them_are_closed()
    {
        var (open, closed) = (await Room("Кабинет 21"), await Room("Кабинет 20"));
        await Curator.Put($"{Rooms}/{closed}", new
        {
            version = 1, status = "Closed",
            plan = new { name = "Кабинет 20", place = "", seats = 3, equipment = "" }
        }).Ok();
        var seen = (await Mentor.GetAsync(Rooms).Ok()).AsArray().Where(room => (Guid)room!["id"]! == open || (Guid)room["id"]! == closed);
        Assert.That(seen.Select(room => ((string?)room!["name"], (string?)room["status"], (int)room["seats"]!)),
            Is.EquivalentTo(new[] { ("Кабинет 21", "Open", 8), ("Кабинет 20", "Closed", 3) }));
        await Stranger.GetAsync(Rooms).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Twenty_who_book_at_once_get_one_booking()
    {
        var room = await Room("Кабинет 14");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Mentor.Post($"{Rooms}/{room}/bookings", At(30))));
        Assert.That(answers.Count(a => (int)a.StatusCode == 201), Is.EqualTo(1));
        Assert.That(answers.Count(a => (int)a.StatusCode == 409), Is.EqualTo(19));
    }

    [Test]
    public async Task The_locks_hold()
    {
        var room = await Room("Кабинет 16");
        await Curator.Post(Rooms, new { name = "Кабинет 16", place = "", seats = 3, equipment = "" }).IsProblem(409, "room.name-taken");
        await Mentor.Post(Rooms, new { name = "Своя", place = "", seats = 3, equipment = "" }).IsProblem(403, "permission.missing");
        await Stranger.Post(Rooms, new { name = "Чужая", place = "", seats = 3, equipment = "" }).IsProblem(404, "not-found");
        await Mentor.Post($"{Rooms}/{room}/bookings", At(-1)).PointsTo("/startsAt", "room.time");
        await Curator.Put($"{Rooms}/{room}", new
        {
            version = 1, status = "Closed",
            plan = new { name = "Кабинет 16", place = "", seats = 3, equipment = "" }
        }).Ok();
        await Mentor.Post($"{Rooms}/{room}/bookings", At(5)).IsProblem(409, "room.closed");
    }
}
