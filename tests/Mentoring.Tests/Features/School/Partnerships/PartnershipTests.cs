using Dapper;
using Mentoring.Api.Features.School.Partnerships;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Partnerships;

[Covers(nameof(AddPartnerContact), nameof(AttachContractFile), nameof(DraftPartnerContract), nameof(ErasePartnerContact),
    nameof(ExportCoordination), nameof(FinishNextStep), nameof(GetContractFile), nameof(ListCoordination),
    nameof(ListPartnerContacts), nameof(ListPartnerContracts), nameof(LogCoordination), nameof(MovePartnerContract),
    nameof(ReviseCoordination), nameof(RevisePartnerContact), nameof(RevisePartnerContract))]
public sealed class PartnershipTests : ProfileTest
{
    string Contracts => AtSchool("partner-contracts");
    string Contacts => AtSchool("partner-contacts");
    string Log => AtSchool("coordination");

    object Plan(string number = "12-Н", int endsIn = 200, Guid? responsible = null, string? partner = "Педагогический институт", bool signed = true) => new
    {
        kind = "Cooperation", partnerOrganizationId = (Guid?)null, partnerName = partner, subject = "Практика и стажировки", number,
        signedOn = signed ? $"{Today:O}" : null,
        startsOn = $"{Today:O}", endsOn = $"{Today.AddDays(endsIn):O}", responsibleId = responsible ?? School.Mentor,
    };

    static object Card(string name = "Светлана Координаторова") =>
        new { name, post = "Методист", worksAt = "Центр региона", role = "Informal", reach = "+7 000 000-00-00", note = "Ведёт сообщество" };

    object Note(Guid[] contacts, Guid[] contracts, int daysAgo = 3) => new
    {
        kind = "Webinar", heldOn = $"{Today.AddDays(-daysAgo):O}", title = "Вебинар о реверсивном наставничестве", agreed = "Провести общий семинар",
        contactIds = contacts, contractIds = contracts,
        next = new { text = "Согласовать день", dueOn = $"{Today.AddDays(7):O}", responsibleId = School.Mentor },
    };

    async Task<Guid> Drafted(object plan) => (Guid)(await Curator.Post(Contracts, plan).Gives(201))["id"]!;

    async Task<Guid> Known(string name = "Светлана Координаторова") => (Guid)(await Curator.Post(Contacts, Card(name)).Gives(201))["id"]!;

    [Test]
    public async Task A_contract_comes_into_force_signed_warns_before_it_ends_and_is_over_with_an_outcome()
    {
        var id = await Drafted(Plan("1", 20, signed: false));
        await Curator.Post($"{Contracts}/{id}/move", new { version = 1, step = "Sign" }).IsProblem(409, "partner-contract.not-signed");
        await Curator.Put($"{Contracts}/{id}", new { version = 1, plan = Plan("1", 20) }).Ok();
        await Curator.Post($"{Contracts}/{id}/move", new { version = 2, step = "Sign" }).Ok();
        var item = (await Head.GetAsync($"{Contracts}?warned=true").Ok())["items"]!.AsArray().Single(c => (Guid)c!["id"]! == id)!;
        Assert.That(((string?)item["status"], (string?)item["warning"]), Is.EqualTo(("InForce", "EndsSoon")));
        await Curator.Post($"{Contracts}/{id}/move", new { version = 3, step = "End" }).PointsTo("/outcome");
        await Curator.Post($"{Contracts}/{id}/move", new { version = 3, step = "End", outcome = "Прошли практику шестеро" }).Ok();
        await Curator.Put($"{Contracts}/{id}", new { version = 4, plan = Plan("1") }).IsProblem(409, "partner-contract.over");
        await Curator.Post($"{Contracts}/{id}/move", new { version = 4, step = "Sign" }).IsProblem(409, "partner-contract.step-not-now");
    }

    [Test]
    public async Task A_contract_has_its_number_once_and_its_file_beside_it()
    {
        var id = await Drafted(Plan("77"));
        await Curator.Post(Contracts, Plan("77")).IsProblem(409, "partner-contract.number-taken");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("Договор о сотрудничестве"u8.ToArray()), "file", "dogovor.txt" }, { new StringContent("1"), "version" },
        };
        await Curator.PostAsync($"{Contracts}/{id}/file", form).Ok();
        using var file = await Curator.GetAsync($"{Contracts}/{id}/file");
        Assert.That(await file.Content.ReadAsStringAsync(), Is.EqualTo("Договор о сотрудничестве"));
        await Stranger.GetAsync($"{Contracts}/{id}/file").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Who_a_contact_is_can_be_erased_and_the_log_keeps_that_somebody_took_part()
    {
        var (contact, contract) = (await Known("Удаляемая Анна"), await Drafted(Plan("31")));
        await Curator.Put($"{Contacts}/{contact}", new { version = 1, card = Card("Удаляемая Анна Ивановна") }).Ok();
        var entry = (Guid)(await Curator.Post(Log, Note([contact], [contract])).Gives(201))["id"]!;
        await Curator.Post($"{Contacts}/{contact}/erase", new { version = 2 }).Ok();
        await Curator.Put($"{Contacts}/{contact}", new { version = 3, card = Card() }).IsProblem(409, "partner-contact.erased");
        Assert.That((await Curator.GetAsync($"{Contacts}?search=Удаляемая").Ok())["items"]!.AsArray(), Is.Empty);
        var logged = (await Head.GetAsync($"{Log}?contactId={contact}").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((Guid)logged["id"]!, (bool)logged["contacts"]![0]!["erased"]!, (string)logged["contacts"]![0]!["name"]!), Is.EqualTo((entry, true, "")));
        Assert.That(await Sql.QuerySingleAsync<int>("select count(*)::int from audit_entry where detail::text ilike '%Удаляемая%'"), Is.Zero);
    }

    [Test]
    public async Task The_log_is_found_exported_and_its_next_step_done_once()
    {
        var contract = await Drafted(Plan("41", partner: "=Институт"));
        var entry = (Guid)(await Curator.Post(Log, Note([await Known()], [contract], 40)).Gives(201))["id"]!;
        await Curator.Put($"{Log}/{entry}", new { version = 1, note = Note([], [contract], 41) }).Ok();
        using var file = await Curator.GetAsync($"{Log}/log.csv?contractId={contract}");
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("\"'=Институт\"").And.Not.Contain("Координаторова"));
        await Curator.Post($"{Log}/{entry}/next-step/finish", new { version = 2, result = "Согласован" }).Ok();
        await Curator.Post($"{Log}/{entry}/next-step/finish", new { version = 3, result = "Ещё раз" }).IsProblem(409, "coordination.no-next-step");
        Assert.That((await Curator.GetAsync($"{Log}?contractId={contract}&open=true").Ok())["items"]!.AsArray(), Is.Empty);
        Assert.That((await Curator.GetAsync($"{Log}?to={Today.AddDays(-41):O}&kind=Webinar").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_locks_hold()
    {
        var (contact, contract) = (await Known(), await Drafted(Plan("51")));
        foreach (var (path, body) in new (string, object)[] { (Contracts, Plan("52")), (Contacts, Card()), (Log, Note([], [])) })
        {
            await Stranger.Post(path, body).IsProblem(404, "not-found");
            await Stranger.GetAsync(path).IsProblem(404, "not-found");
            await Council.Post(path, body).IsProblem(403, "permission.missing");
            await Council.GetAsync(path).IsProblem(403, "permission.missing");
            await Curator.GetAsync($"{path}?size=0").PointsTo("/size");
        }

        await Curator.Post(Contracts, Plan("53", -1)).PointsTo("/endsOn");
        await Curator.Post(Contracts, Plan("53", partner: null)).PointsTo("/partnerName");
        await Curator.Post(Contracts, Plan("53", responsible: Guid.NewGuid())).PointsTo("/responsibleId", "partnership.responsible-unknown");
        await Curator.Post(Contacts, Card("")).PointsTo("/name");
        await Curator.Post(Log, Note([], [], -2)).PointsTo("/heldOn", "coordination.in-the-future");
        await Curator.Post(Log, Note([Guid.NewGuid()], [])).PointsTo("/contactIds", "coordination.contact-unknown");
        await Curator.Post($"{Contracts}/{contract}/move", new { version = 9, step = "Sign" }).IsProblem(412, "version.stale");
        await Stranger.Post($"{Contacts}/{contact}/erase", new { version = 1 }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_database_opens_contacts_to_one_permission_alone()
    {
        await Known();
        await Sql.ExecuteAsync("begin; set local role mentoring_app");
        await Sql.ExecuteAsync("""
            select set_config('scope.organizations', '{' || @Id || '}', true), set_config('scope.permission', 'StaffRead', true),
                   set_config('scope.system', 'on', true)
            """, new { School.Id });
        var others = await Sql.QuerySingleAsync<int>("select count(*)::int from partner_contact");
        await Sql.ExecuteAsync("select set_config('scope.permission', 'PartnerManage', true)");
        var own = await Sql.QuerySingleAsync<int>("select count(*)::int from partner_contact");
        await Sql.ExecuteAsync("rollback");
        Assert.That((others, own > 0), Is.EqualTo((0, true)));
    }
}
