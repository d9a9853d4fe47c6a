using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Files beside an area of a diagnosis. Who reads the diagnosis reads them: its readers stand on each row, as on its levels.</summary>
[Migration(597)]
public sealed class M0597_DiagnosisEvidence : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table diagnosis_evidence (
            region_code             text not null,
            id                      uuid not null,
            diagnosis_id            uuid not null,
            area_code               text not null,
            file_id                 uuid not null,
            name                    text not null,
            size                    int not null,
            added_at                timestamptz not null,
            person_id               uuid not null,
            reader_ids              uuid[] not null,
            reader_organization_ids uuid[] not null,
            primary key (region_code, id),
            foreign key (region_code, file_id) references stored_file on update cascade,
            foreign key (region_code, diagnosis_id, person_id, reader_ids, reader_organization_ids)
                references diagnosis (region_code, id, person_id, reader_ids, reader_organization_ids) on update cascade);
        create index diagnosis_evidence_of on diagnosis_evidence (region_code, diagnosis_id);
        create index diagnosis_evidence_file on diagnosis_evidence (region_code, file_id);

        alter table stored_file drop constraint stored_file_kind_check, add constraint stored_file_kind_check
            check (kind in ('Product', 'PracticeMaterial', 'Contract', 'RouteProduct', 'Help', 'Evidence', 'Other'));
        """);
}
