import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import news.fields
import news.previews
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('awards', '0001_initial'),
        ('awards', '0002_initial'),
        ('awards', '0005_words_for_editors'),
        ('awards', '0006_words_beside_fields'),
    ]

    dependencies = [
        ('news', '0001_tables'),
        ('people', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
        ('wagtaildocs', '0014_alter_document_file_size'),
    ]

    operations = [
        migrations.CreateModel(
            name='AwardsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Một hai câu, hiện dưới tiêu đề trang khen thưởng.', verbose_name='giới thiệu')),
            ],
            options={
                'verbose_name': 'Trang khen thưởng',
                'verbose_name_plural': 'Trang khen thưởng',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Holiday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(help_text='Ngày không tính là ngày làm việc khi lấy ý kiến, hoặc ngày làm bù.', unique=True, verbose_name='ngày')),
                ('name', models.CharField(help_text='Ví dụ: Quốc khánh.', max_length=100, verbose_name='tên')),
                ('is_working', models.BooleanField(default=False, help_text='Đánh dấu với ngày nghỉ phải đi làm bù.', verbose_name='làm việc bù')),
            ],
            options={
                'verbose_name': 'ngày nghỉ',
                'verbose_name_plural': 'ngày nghỉ',
                'ordering': ['day'],
            },
        ),
        migrations.CreateModel(
            name='AwardDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(blank=True, help_text='Ví dụ: 214/QĐ-UBND.', max_length=60, verbose_name='số quyết định')),
                ('decided_on', models.DateField(blank=True, help_text='Ngày ghi trên quyết định, không phải ngày trao.', null=True, verbose_name='ngày ký')),
                ('subject', models.CharField(blank=True, help_text='Như ghi trên văn bản: Về việc tặng Bằng khen …', max_length=300, verbose_name='trích yếu')),
                ('signer_text', models.CharField(blank=True, help_text='Khi người ký chưa có trong danh sách: họ tên và chức vụ.', max_length=200, verbose_name='người ký như in trên văn bản')),
                ('law_basis', models.CharField(blank=True, help_text='Luật, nghị định mà quyết định căn cứ.', max_length=300, verbose_name='căn cứ pháp lý')),
                ('status', models.CharField(choices=[('in_force', 'Còn hiệu lực'), ('revoked', 'Đã hủy bỏ')], default='in_force', help_text='Quyết định đã hủy bỏ vẫn còn trong sổ, có ghi rõ.', max_length=10, verbose_name='hiệu lực')),
                ('document', models.ForeignKey(blank=True, help_text='Tệp quyết định để bạn đọc tải về.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtaildocs.document', verbose_name='toàn văn')),
                ('issuer', models.ForeignKey(blank=True, help_text='Cơ quan có tên trên quyết định.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='award_decisions', to='people.organisation', verbose_name='cơ quan ban hành')),
                ('revoked_by', models.ForeignKey(blank=True, help_text='Quyết định sau đã hủy bỏ quyết định này.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='revokes', to='awards.awarddecision', verbose_name='bị hủy bỏ bởi')),
                ('signer', models.ForeignKey(blank=True, help_text='Chọn khi người ký đã có trong danh sách nhân sự.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='người ký')),
            ],
            options={
                'verbose_name': 'quyết định khen thưởng',
                'verbose_name_plural': 'quyết định khen thưởng',
                'ordering': [models.OrderBy(models.F('decided_on'), descending=True, nulls_last=True), 'number'],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('number', 'decided_on'), name='decision_number_once_a_day'),
                    models.CheckConstraint(condition=models.Q(models.Q(('number', ''), _negated=True), models.Q(('subject', ''), _negated=True), _connector='OR'), name='decision_has_number_or_subject', violation_error_message='Ghi số quyết định hoặc trích yếu.'),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='AwardTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True, verbose_name='mã')),
                ('name', models.CharField(max_length=150, verbose_name='tên')),
                ('name_en', models.CharField(blank=True, max_length=150, verbose_name='tên tiếng Anh')),
                ('kind', models.CharField(choices=[('title', 'Danh hiệu thi đua'), ('commendation', 'Hình thức khen thưởng')], max_length=14, verbose_name='loại')),
                ('group', models.CharField(max_length=80, verbose_name='nhóm')),
                ('level', models.CharField(choices=[('state', 'Nhà nước'), ('government', 'Chính phủ, Thủ tướng'), ('national', 'Toàn quốc'), ('ministry_province', 'Bộ, ban, ngành, tỉnh'), ('province', 'Cấp tỉnh'), ('district_until_2025', 'Cấp huyện (đến 30/6/2025)'), ('commune', 'Cấp xã'), ('grassroots', 'Cơ sở')], max_length=20, verbose_name='cấp')),
                ('awarding_authority', models.TextField(verbose_name='thẩm quyền')),
                ('recipients', models.JSONField(default=list, verbose_name='đối tượng')),
                ('ranks', models.JSONField(blank=True, default=list, verbose_name='hạng')),
                ('law_article', models.CharField(max_length=150, verbose_name='căn cứ')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='có từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('aliases', models.JSONField(blank=True, default=list, verbose_name='cách viết khác')),
                ('bonus_multiple', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='mức thưởng (lần lương cơ sở)')),
                ('needs_prior', models.JSONField(blank=True, default=dict, verbose_name='cần danh hiệu trước')),
                ('named_instances', models.JSONField(blank=True, default=list, verbose_name='tên gọi riêng')),
                ('public_consultation', models.BooleanField(default=False, verbose_name='phải lấy ý kiến công khai')),
                ('armed_forces', models.BooleanField(default=False, verbose_name='thuộc lực lượng vũ trang')),
                ('rank_order', models.PositiveSmallIntegerField(verbose_name='thứ bậc')),
                ('checks', models.JSONField(blank=True, default=dict, verbose_name='mức đã kiểm')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='predecessors', to='awards.awardtitle', verbose_name='danh hiệu thay thế')),
            ],
            options={
                'verbose_name': 'danh hiệu, hình thức khen thưởng',
                'verbose_name_plural': 'danh hiệu, hình thức khen thưởng',
                'ordering': ['rank_order'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='award_title_period_in_order', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.'),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='EmulationMovement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Tên phong trào như trong văn bản phát động.', max_length=200, verbose_name='tên')),
                ('year', models.PositiveSmallIntegerField(help_text='Năm phát động.', validators=[django.core.validators.MinValueValidator(1948), django.core.validators.MaxValueValidator(2100)], verbose_name='năm')),
                ('theme', models.CharField(blank=True, help_text='Khẩu hiệu của phong trào, không cần dấu ngoặc.', max_length=250, verbose_name='chủ đề')),
                ('launched_by', models.CharField(blank=True, help_text='Cơ quan phát động.', max_length=150, verbose_name='người, cơ quan phát động')),
                ('launched_on', models.DateField(blank=True, help_text='Để trống nếu không rõ.', null=True, verbose_name='phát động ngày')),
            ],
            options={
                'verbose_name': 'phong trào thi đua',
                'verbose_name_plural': 'phong trào thi đua',
                'ordering': ['-year', 'name'],
                'constraints': [models.UniqueConstraint(fields=('name', 'year'), name='movement_once_a_year')],
            },
        ),
        migrations.CreateModel(
            name='AwardGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title_as_printed', models.CharField(blank=True, help_text='Khi trong bài ghi khác tên trong danh mục.', max_length=200, verbose_name='như in trong bài')),
                ('rank', models.CharField(blank=True, help_text='Chỉ với danh hiệu có hạng: Nhất, Nhì, Ba.', max_length=30, verbose_name='hạng')),
                ('decider_text', models.CharField(blank=True, help_text='Ví dụ: Bộ trưởng Bộ Nội vụ.', max_length=200, verbose_name='người quyết định như in trong bài')),
                ('recipient_kind', models.CharField(choices=[('person', 'Cá nhân'), ('organisation', 'Tập thể'), ('household', 'Hộ gia đình'), ('unnamed', 'Nhóm chưa nêu tên')], help_text='Chọn trước, rồi điền ô tương ứng ở dưới.', max_length=12, verbose_name='đối tượng')),
                ('recipient_name', models.CharField(blank=True, db_index=True, help_text='Khi không có trong danh sách: tên như trong bài.', max_length=250, verbose_name='người nhận như in trong bài')),
                ('quantity', models.PositiveSmallIntegerField(default=1, help_text='Bao nhiêu người hoặc tập thể, khi bài không nêu tên.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='số lượng')),
                ('per_unit_note', models.CharField(blank=True, help_text='Ví dụ: của 07 Sở Nội vụ.', max_length=200, verbose_name='ghi chú số lượng')),
                ('year', models.PositiveSmallIntegerField(blank=True, help_text='Năm đạt thành tích, có thể khác năm ký và năm trao.', null=True, validators=[django.core.validators.MinValueValidator(1948), django.core.validators.MaxValueValidator(2100)], verbose_name='năm thành tích')),
                ('year_to', models.PositiveSmallIntegerField(blank=True, help_text='Chỉ khi thành tích của nhiều năm: năm cuối.', null=True, validators=[django.core.validators.MinValueValidator(1948), django.core.validators.MaxValueValidator(2100)], verbose_name='đến năm')),
                ('citation', models.TextField(blank=True, help_text='Vì sao được khen, như trong quyết định hoặc trong bài.', verbose_name='thành tích')),
                ('presented_on', models.DateField(blank=True, help_text='Ngày làm lễ trao; để trống nếu chưa trao.', null=True, verbose_name='trao ngày')),
                ('presenter_name', models.CharField(blank=True, help_text='Khi người trao chưa có trong danh sách.', max_length=150, verbose_name='người trao như in trong bài')),
                ('place', models.CharField(blank=True, help_text='Nơi làm lễ trao.', max_length=200, verbose_name='nơi trao')),
                ('source_sentence', models.TextField(blank=True, help_text='Câu mà lượt này được đọc ra, để đối chiếu.', verbose_name='câu trong bài')),
                ('status', models.CharField(choices=[('proposed', 'Đề xuất'), ('confirmed', 'Đã xác nhận'), ('revoked', 'Đã thu hồi')], default='confirmed', help_text='Đề xuất chưa hiện ra ngoài; thu hồi vẫn còn trong sổ, có ghi rõ.', max_length=10, verbose_name='trạng thái')),
                ('revoked_on', models.DateField(blank=True, help_text='Ngày quyết định thu hồi có hiệu lực.', null=True, verbose_name='thu hồi ngày')),
                ('revocation_note', models.CharField(blank=True, help_text='Công khai cùng với lượt đã thu hồi.', max_length=250, verbose_name='lý do thu hồi')),
                ('decider', models.ForeignKey(blank=True, help_text='Người có thẩm quyền quyết định, có thể khác người trao.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants_decided', to='people.organisation', verbose_name='cơ quan quyết định')),
                ('decision', models.ForeignKey(blank=True, help_text='Để trống khi bài không nêu quyết định.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='awards.awarddecision', verbose_name='quyết định')),
                ('organisation', models.ForeignKey(blank=True, help_text='Cơ quan, đơn vị được tặng.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='people.organisation', verbose_name='tập thể')),
                ('person', models.ForeignKey(blank=True, help_text='Chọn khi người được tặng đã có trong danh sách nhân sự.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='people.person', verbose_name='cá nhân')),
                ('presenter', models.ForeignKey(blank=True, help_text='Chọn khi người trao đã có trong danh sách nhân sự.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grants_presented', to='people.person', verbose_name='người trao')),
                ('revocation', models.ForeignKey(blank=True, help_text='Quyết định đã thu hồi lượt này.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='revoked_grants', to='awards.awarddecision', verbose_name='quyết định thu hồi')),
                ('title', models.ForeignKey(help_text='Theo danh mục của Luật Thi đua, khen thưởng.', on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='awards.awardtitle', verbose_name='danh hiệu, hình thức')),
                ('movement', models.ForeignKey(blank=True, help_text='Phong trào mà lượt này thuộc về.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grants', to='awards.emulationmovement', verbose_name='phong trào')),
            ],
            options={
                'verbose_name': 'lượt khen thưởng',
                'verbose_name_plural': 'lượt khen thưởng',
                'ordering': ['-pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='grant_quantity_positive'),
                    models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', True), ('recipient_kind', 'person')), models.Q(('person__isnull', True), ('recipient_kind', 'organisation')), models.Q(('organisation__isnull', True), ('person__isnull', True), ('recipient_kind__in', ['household', 'unnamed'])), _connector='OR'), name='grant_recipient_fits_its_kind', violation_error_message='Người nhận không khớp với đối tượng đã chọn.'),
                    models.CheckConstraint(condition=models.Q(('recipient_kind', 'unnamed'), models.Q(('quantity', 1), models.Q(('recipient_name', ''), _negated=True)), _connector='OR'), name='grant_one_recipient_unless_unnamed', violation_error_message='Ghi tên người nhận; số lượng chỉ dùng cho nhóm chưa nêu tên.'),
                    models.CheckConstraint(condition=models.Q(('year_to__isnull', True), models.Q(('year__isnull', False), ('year_to__gte', models.F('year'))), _connector='OR'), name='grant_years_in_order'),
                    models.CheckConstraint(condition=models.Q(models.Q(('status', 'revoked'), _negated=True), ('revoked_on__isnull', False), _connector='OR'), name='grant_revoked_has_a_day', violation_error_message='Ghi ngày thu hồi.'),
                    models.UniqueConstraint(condition=models.Q(('person__isnull', False), ('status', 'confirmed')), fields=('title', 'rank', 'person', 'year', 'decision'), name='grant_once_to_a_person'),
                    models.UniqueConstraint(condition=models.Q(('organisation__isnull', False), ('status', 'confirmed')), fields=('title', 'rank', 'organisation', 'year', 'decision'), name='grant_once_to_an_organisation'),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='AwardAnnouncementPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(blank=True, help_text='Một đến ba câu tóm tắt, hiện dưới tiêu đề và trong danh sách.', verbose_name='sapo')),
                ('body', news.fields.BodyField(blank=True, help_text='Lời kể, ảnh; danh sách khen thưởng tự hiện, không cần gõ lại.', verbose_name='nội dung')),
                ('event_date', models.DateField(blank=True, help_text='Ngày trao, có thể sau ngày quyết định.', null=True, verbose_name='trao ngày')),
                ('event_place', models.CharField(blank=True, help_text='Hội trường, trụ sở, xã, phường; không cần ghi lại tên tỉnh.', max_length=200, verbose_name='địa điểm')),
                ('published_at', models.DateTimeField(blank=True, db_index=True, help_text='Để trống: lúc đăng lần đầu.', null=True, verbose_name='ngày đăng hiển thị')),
                ('event_province', models.ForeignKey(blank=True, help_text='Chọn tỉnh theo tên vào ngày trao.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.province', verbose_name='tại tỉnh, thành phố')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Hiện trong danh sách.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.photo', verbose_name='ảnh đại diện')),
                ('decision', models.ForeignKey(blank=True, help_text='Mọi lượt khen thưởng của quyết định này sẽ hiện trên trang.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='announcements', to='awards.awarddecision', verbose_name='quyết định')),
                ('more_grants', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Lượt của những quyết định khác mà trang cũng nói tới.', related_name='+', to='awards.awardgrant', verbose_name='lượt khen thưởng khác')),
            ],
            options={
                'verbose_name': 'Thông báo khen thưởng',
                'verbose_name_plural': 'Thông báo khen thưởng',
            },
            bases=(news.previews.PreviewedElsewhere, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ConsultationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(blank=True, help_text='Một đến ba câu tóm tắt, hiện dưới tiêu đề và trong danh sách.', verbose_name='sapo')),
                ('legal_basis', models.TextField(blank=True, default='Nghị định 98/2023/NĐ-CP, Điều 46 khoản 2', help_text='Văn bản quy định việc lấy ý kiến.', verbose_name='căn cứ')),
                ('opens_on', models.DateField(help_text='Thời hạn tính từ ngày làm việc tiếp theo.', verbose_name='nhận ý kiến từ ngày')),
                ('closes_on', models.DateField(blank=True, help_text='Để trống: đủ 10 ngày làm việc sau ngày mở.', verbose_name='đến hết ngày')),
                ('comments_email', models.EmailField(blank=True, help_text='Hiện trên trang để người dân gửi.', max_length=254, verbose_name='thư điện tử nhận ý kiến')),
                ('comments_phone', models.CharField(blank=True, help_text='Hiện trên trang để người dân gọi.', max_length=40, verbose_name='điện thoại nhận ý kiến')),
                ('comments_address', models.CharField(blank=True, help_text='Đơn vị và địa chỉ nhận ý kiến bằng văn bản.', max_length=250, verbose_name='nơi nhận ý kiến')),
                ('how_to_comment', wagtail.fields.RichTextField(blank=True, help_text='Ý kiến cần nêu những gì, có cần ghi họ tên, địa chỉ không.', verbose_name='cách gửi ý kiến')),
                ('result', wagtail.fields.RichTextField(blank=True, help_text='Điền sau khi hết hạn; trang giữ nguyên địa chỉ.', verbose_name='kết quả lấy ý kiến')),
                ('published_at', models.DateTimeField(blank=True, db_index=True, help_text='Để trống: lúc đăng lần đầu.', null=True, verbose_name='ngày đăng hiển thị')),
            ],
            options={
                'verbose_name': 'Lấy ý kiến khen thưởng',
                'verbose_name_plural': 'Lấy ý kiến khen thưởng',
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='consultation_closes_after_it_opens')],
            },
            bases=(news.previews.PreviewedElsewhere, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ConsultationNominee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('rank', models.CharField(blank=True, help_text='Hạng Nhất, Nhì, Ba, nếu có.', max_length=30, verbose_name='hạng')),
                ('recipient_name', models.CharField(help_text='Tên người, tập thể hoặc hộ gia đình.', max_length=250, verbose_name='được đề nghị')),
                ('recipient_note', models.CharField(blank=True, max_length=250, verbose_name='chức vụ, đơn vị')),
                ('achievement', models.TextField(blank=True, verbose_name='tóm tắt thành tích')),
                ('title', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='awards.awardtitle', verbose_name='danh hiệu, hình thức')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='nominees', to='awards.consultationpage', verbose_name='trang lấy ý kiến')),
            ],
            options={
                'verbose_name': 'đề nghị',
                'verbose_name_plural': 'đề nghị',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GrantArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grant_links', to='news.articlepage', verbose_name='tin bài')),
                ('grant', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='article_links', to='awards.awardgrant', verbose_name='lượt khen thưởng')),
            ],
            options={
                'verbose_name': 'tin bài nói về lượt khen thưởng',
                'verbose_name_plural': 'tin bài nói về lượt khen thưởng',
                'constraints': [
                    models.UniqueConstraint(fields=('grant', 'article'), name='grant_once_in_an_article'),
                ],
            },
        ),
        migrations.AddField(
            model_name='awardgrant',
            name='articles',
            field=models.ManyToManyField(blank=True, related_name='grants', through='awards.GrantArticle', to='news.articlepage', verbose_name='tin bài'),
        ),
    ]
