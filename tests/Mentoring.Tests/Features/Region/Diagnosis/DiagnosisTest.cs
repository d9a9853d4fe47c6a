using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Diagnosis;

/// <summary>A teacher of a school that a centre supports with diagnosis, an expert of that centre, and the federation's instruments.</summary>
public abstract class DiagnosisTest : ApiTest
{
    protected Guid School { get; private set; }
    protected Guid Centre { get; private set; }
    protected Guid Teacher { get; private set; }
    protected Guid TeacherAccount { get; private set; }
    protected Guid Expert { get; private set; }
    protected Guid ExpertAccount { get; private set; }
    protected HttpClient AsTeacher { get; private set; } = null!;
    protected HttpClient AsExpert { get; private set; } = null!;
    protected Guid Achievements { get; private set; }
    protected Guid Deficits { get; private set; }

    protected static InstrumentContent Content(string code) =>
        InstrumentContent.Read(ReferenceFiles.Instruments().Single(row => row.Code == code).Content.GetRawText());

    [SetUp]
    public async Task OpenSchool()
    {
        (School, Centre) = (await World.School(), await World.School());
        await Sql.ExecuteAsync("update organization set kind = 'Cnppm', sector = 'None' where id = @Centre", new { Centre });
        await Sql.ExecuteAsync("""
            insert into support_link (region_code, id, organization_id, body_id, service_code, agreement, starts_on, created_at, created_by)
            values ('RU-TVE', gen_random_uuid(), @School, @Centre, 'diagnosis', 'x', current_date - 10, now(), 'x')
            """, new { School, Centre });
        (Teacher, Expert) = (await World.Teacher(School), await World.Teacher(Centre, "Экспертова"));
        (TeacherAccount, ExpertAccount) = (await World.Account(Teacher), await World.Account(Role.Expert, Centre, Expert));
        (AsTeacher, AsExpert) = (As(TeacherAccount), As(ExpertAccount));
        await World.Dictionaries("competence-area");
        (Achievements, Deficits) = (await Instrument("federal-achievements"), await Instrument("federal-deficits"));
    }

    async Task<Guid> Instrument(string code)
    {
        var row = ReferenceFiles.Instruments().Single(row => row.Code == code);
        await Sql.ExecuteAsync("""
            insert into instrument (id, code, edition, kind, name_ru, name_en, status, content, created_at, created_by)
            values (gen_random_uuid(), @Code, @Edition, @Kind, @NameRu, @NameEn, 'Published', @Content::jsonb, now(), 'x') on conflict do nothing
            """, new { row.Code, row.Edition, row.Kind, row.NameRu, row.NameEn, Content = row.Content.GetRawText() });
        return await Sql.QuerySingleAsync<Guid>("select id from instrument where code = @code", new { code });
    }

    protected static string At(Guid id, string more = "") => $"/api/v1/diagnoses/{id}{more}";

    protected async Task<Guid> Begun(Guid? instrument = null, Guid? expert = null) => Id(await AsTeacher.Post("/api/v1/diagnoses",
        new { organizationId = School, instrumentId = instrument ?? Deficits, expertId = expert }).Gives(201));

    protected static Guid Id(JsonNode answer) => Guid.Parse((string)answer["id"]!);

    /// <summary>Each scale is answered with the level at this place.</summary>
    protected static Dictionary<string, string> Answers(string code, int level)
    {
        var content = Content(code);
        return content.Items.Where(item => item.Type == InstrumentItemType.Scale).ToDictionary(item => item.Code, item => content.Codes(item).ElementAt(level));
    }

    protected static async Task Fill(HttpClient who, Guid id, string code = "federal-deficits", int level = 1)
    {
        await who.Put(At(id, "/answers"), new { version = 1, answers = Answers(code, level) }).Ok();
        await who.Post(At(id, "/finish"), new { version = 2 }).Ok();
    }

    protected async Task<Guid> Done(int level = 1)
    {
        var id = await Begun();
        await Fill(AsTeacher, id, level: level);
        return id;
    }

    protected async Task Share(Guid id, Guid[] people, Guid[] organizations)
    {
        var version = (int)(await AsTeacher.GetAsync(At(id)).Ok())["version"]!;
        await AsTeacher.Put(At(id, "/readers"), new { version, personIds = people, organizationIds = organizations }).Ok();
    }
}
