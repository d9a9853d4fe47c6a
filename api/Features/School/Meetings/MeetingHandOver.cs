namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Meetings go with their program by the foreign key; what hangs on a meeting follows it here. Parameters: Heir, Programs.</summary>
static class MeetingHandOver
{
    public const string Sql = """
        update meeting_topic set organization_id = @Heir where program_id = any(@Programs);
        update meeting_note set organization_id = @Heir where program_id = any(@Programs);
        update meeting_confirmation set organization_id = @Heir where program_id = any(@Programs)
        """;
}
