using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A point of the council's agenda as it is put there.</summary>
/// <param name="Subject">At most 500 characters.</param>
/// <param name="Link">Where in this product it can be read: a path such as `/programs/…`; at most 300 characters.</param>
/// <param name="Speaker">Who reports; at most 200 characters.</param>
public record AgendaPoint(AgendaKind Kind, string Subject, string? Link = null, string? Speaker = null)
{
    public sealed class Validator : AbstractValidator<AgendaPoint>
    {
        public Validator()
        {
            RuleFor(p => p.Subject).NotEmpty().MaximumLength(500);
            RuleFor(p => p.Link).MaximumLength(300).Must(link => link is null || (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)));
            RuleFor(p => p.Speaker).MaximumLength(200);
        }
    }

    public static Task Add(AgendaPoint point, int position, CouncilMeetingRow meeting, Guid id, Db db, CancellationToken ct) => db.Execute(Insert, new
    {
        id, MeetingId = meeting.Id, meeting.OrganizationId, meeting.RegionCode, position, Kind = point.Kind.ToString(), point.Subject, point.Link,
        point.Speaker,
    }, ct);

    const string Insert = """
        insert into council_agenda_item (id, meeting_id, organization_id, region_code, position, kind, subject, link, speaker)
        values (@id, @MeetingId, @OrganizationId, @RegionCode, @position, @Kind, @Subject, @Link, @Speaker)
        """;
}
