using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Setup;

/// <summary>A school chooses the forms of mentoring that it uses; new programs are of these alone, earlier ones stay as they are.</summary>
public static class FormsInUse
{
    public static async Task Check(string form, Guid organization, Db db, CancellationToken ct)
    {
        var unused = await db.List<int>("select 1 from mentoring_setup where organization_id = @organization and cardinality(forms) > 0 and @form <> all(forms)", new { organization, form }, ct);
        if (unused.Count > 0) throw new BadInput("setup.form-not-used") { Pointer = "/formCode" };
    }
}
