using Dapper;
using Mentoring.Api.Features.School.Impact;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Impact;

/// <summary>A pair whose program runs, and the questions as the product ships them.</summary>
public abstract class ImpactTest : ProgramTest
{
    protected Guid Program { get; private set; }

    [OneTimeSetUp]
    public Task Questions() => Sql.ExecuteAsync("""
        insert into impact_instrument (subject, edition, name_ru, name_en, content, published_at)
        values (@Subject, @Edition, @NameRu, @NameEn, @Content::jsonb, now()) on conflict do nothing
        """, ReferenceFiles.ImpactInstruments().Select(row => new { row.Subject, row.Edition, row.NameRu, row.NameEn, Content = row.Content.GetRawText() }));

    [SetUp]
    public async Task Run()
    {
        await Sql.ExecuteAsync("delete from impact_answer; delete from impact_measure; delete from adaptation; delete from school_impact; "
            + "delete from impact_reminder");
        Program = await Active();
    }

    protected string At(string more = "") => $"{Path}/{Program}/impact{more}";

    protected string AtSchool(string more = "") => $"/api/v1/organizations/{School.Id}/impact{more}";

    protected static ImpactInstrument Instrument(string subject) =>
        ImpactInstrument.Read(ReferenceFiles.ImpactInstruments().Last(row => row.Subject == subject).Content.GetRawText());

    /// <summary>Every item alike.</summary>
    protected static Dictionary<string, int> Answers(string subject, int value) =>
        Instrument(subject).Scales.SelectMany(scale => scale.Items).ToDictionary(item => item.Code, _ => value);

    /// <summary>The program begins so many days ago and ends so many days ahead.</summary>
    protected Task Term(int ago, int ahead) => Sql.ExecuteAsync("""
        update program set starts_on = @From, ends_on = @To, activated_at = @From::timestamptz where id = @Program;
        update program_participant set joined_on = @From where program_id = @Program
        """, new { Program, From = Today.AddDays(-ago), To = Today.AddDays(ahead) });

    protected async Task Sent(HttpClient who, string subject, string moment, int value, int version = 0)
    {
        await who.Put(At($"/{moment}"), new { version, answers = Answers(subject, value) }).Ok();
        await who.Post(At($"/{moment}/send"), new { version = version + 1 }).Ok();
    }

    /// <summary>Before at the begin, after near the end.</summary>
    protected async Task Pair(HttpClient who, string subject, int before, int after)
    {
        await Term(10, 200);
        await Sent(who, subject, "Before", before);
        await Term(190, 10);
        await Sent(who, subject, "After", after);
    }
}
