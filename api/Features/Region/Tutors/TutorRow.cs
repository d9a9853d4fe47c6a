using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>A tutor of the registry as a command holds it.</summary>
sealed record TutorRow(Guid Id, Guid PersonId, string RegionCode, bool AcceptsNew, DateOnly StartsOn, DateOnly? EndsOn, int Version) : IVersioned
{
    public static Task<TutorRow> Lock(Db db, Caller caller, Guid body, Guid id, int version, CancellationToken ct)
    {
        caller.Scope.MustReach(body);
        return db.Lock<TutorRow>($"{Columns} where body_id = @body and id = @id for update", new { body, id }, version, ct);
    }

    public bool WorksOn(DateOnly day) => StartsOn <= day && (EndsOn is null || EndsOn > day);

    public const string Columns = "select id, person_id, region_code, accepts_new, starts_on, ends_on, version from tutor";

    /// <summary>The body in the caller's reach; tutors are had by bodies of the external contour alone.</summary>
    public static async Task<Place> DemandBody(Guid body, Db db, Caller caller, CancellationToken ct)
    {
        var place = await Place.Of(body, db, caller, ct);
        var kind = await db.One<string>("select kind from organization where id = @body", new { body }, ct);
        return OrganizationKinds.Bodies.Contains(kind) ? place : throw new RuleViolation("tutor.no-body");
    }
}
