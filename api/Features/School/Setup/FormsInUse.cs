using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>A school chooses the forms of mentoring that it uses; programs are drafted in these alone, earlier ones keep theirs.</summary>
public static class FormsInUse
{
    /// <param name="program">Nothing for a new one.</param>
    public static async Task Check(string form, Guid organization, Guid? program, Db db, CancellationToken ct)
    {
        if (form.Length == 0) return;
        var unused = await db.List<int>(Unused, new { organization, form, program }, ct);
        if (unused.Count > 0) throw new BadInput("setup.form-not-used") { Pointer = "/formCode" };
    }

    const string Unused = """
        select 1 from mentoring_setup
         where organization_id = @organization and cardinality(forms) > 0 and @form <> all(forms)
           and not exists (select from program where id = @program::uuid and form_code = @form)
        """;
}
