using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Chapter: what a pair plans and holds, and the notes between the two.</summary>
public static class Meetings
{
    public static void AddMeetings(this IServiceCollection services) =>
        services.AddScoped<RemindMeetings>()
            .AddJob<RemindMeetings>("remind-meetings", job => job.Run(CancellationToken.None), RemindMeetings.Schedule);

    public static void MapMeetings(this RouteGroupBuilder api)
    {
        var ofProgram = api.MapGroup("/programs/{programId:guid}/meetings").Chapter("Meetings", "What a pair plans and holds, and the notes between the two.");
        ListMeetings.Map(ofProgram);
        PlanMeeting.Map(ofProgram);
        LogMeeting.Map(ofProgram);
        PlanMeetingSeries.Map(ofProgram);
        CancelMeetingSeries.Map(ofProgram);
        ListWeekMeetings.Map(api);
        ListUnrecordedMeetings.Map(api);

        var meetings = api.MapGroup("/meetings/{meetingId:guid}").WithTags("Meetings");
        MoveMeeting.Map(meetings);
        HoldMeeting.Map(meetings);
        ConfirmMeeting.Map(meetings);
        CancelMeeting.Map(meetings);
        MissMeeting.Map(meetings);
        GetMeetingCalendar.Map(meetings);
        GetMeetingNote.Map(meetings);
        WriteMeetingNote.Map(meetings);
    }
}

public enum MeetingStatus { Planned, Held, Cancelled, Missed }

/// <summary>How a meeting stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record MeetingState(Guid Id, MeetingStatus Status, int Version);
