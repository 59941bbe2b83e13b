import datetime
import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
import modelsearch.index
import news.fields
import news.models.sections
import news.previews
import taggit.managers
import uuid
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('news', '0001_initial'),
        ('news', '0002_longer_honorific'),
        ('news', '0003_words_for_editors'),
        ('news', '0004_review_task'),
        ('news', '0005_lines_of_imports'),
        ('news', '0006_words_beside_fields'),
        ('news', '0007_plainer_reasons'),
    ]

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('people', '0001_tables'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NewsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Một câu hiện dưới tên trang.', verbose_name='giới thiệu')),
            ],
            options={
                'verbose_name': 'Trang tin tức',
                'verbose_name_plural': 'Trang tin tức',
            },
            bases=(news.models.sections.ArticleListMixin, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='SectionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Một câu hiện dưới tên chuyên mục.', verbose_name='giới thiệu')),
                ('tile_set', models.CharField(choices=[('ngoc', 'Ngọc'), ('cham', 'Chàm'), ('son', 'Son')], default='ngoc', help_text='Màu của hình nền cho bài không có ảnh.', max_length=8, verbose_name='màu gạch')),
            ],
            options={
                'verbose_name': 'Chuyên mục',
                'verbose_name_plural': 'Chuyên mục',
            },
            bases=(news.models.sections.ArticleListMixin, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('description', models.CharField(blank=True, default='', help_text='Điều nhìn thấy trong ảnh, cho người không nhìn thấy.', max_length=255, verbose_name='mô tả ảnh')),
                ('caption', models.TextField(blank=True, help_text='Ai làm gì, ở đâu; điền sẵn khi chèn ảnh vào bài.', verbose_name='chú thích')),
                ('photographer', models.CharField(blank=True, help_text='Hiện ở dòng “Ảnh: …” khi không ghi nguồn.', max_length=100, verbose_name='người chụp')),
                ('credit', models.CharField(blank=True, help_text='Dòng “Ảnh: …” hiện dưới ảnh.', max_length=150, verbose_name='ghi nguồn')),
                ('licence', models.CharField(blank=True, help_text='Được dùng ảnh đến đâu, nếu ảnh không phải của cơ quan.', max_length=150, verbose_name='giấy phép')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='chụp ngày')),
                ('place', models.CharField(blank=True, help_text='Hội trường, trụ sở, xã, phường.', max_length=150, verbose_name='nơi chụp')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('organisations', models.ManyToManyField(blank=True, help_text='Cơ quan có người hoặc trụ sở trong ảnh.', related_name='photos', to='people.organisation', verbose_name='cơ quan trong ảnh')),
                ('people', models.ManyToManyField(blank=True, help_text='Những người nhìn rõ, có trong danh sách nhân sự.', related_name='photos', to='people.person', verbose_name='người trong ảnh')),
                ('province', models.ForeignKey(blank=True, help_text='Chọn tỉnh theo tên vào ngày chụp.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.province', verbose_name='tỉnh, thành phố')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'ảnh',
                'verbose_name_plural': 'ảnh',
                'permissions': [('choose_image', 'Can choose image')],
                'abstract': False,
                'indexes': [
                    models.Index(fields=['file'], name='photo_by_file'),
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='Ngắn, ví dụ: Sắp xếp đơn vị hành chính.', max_length=120, verbose_name='tên')),
                ('slug', models.SlugField(blank=True, help_text='Để trống thì lấy theo tên.', max_length=120, verbose_name='đường dẫn')),
                ('description', models.TextField(blank=True, help_text='Một hai câu, hiện ở đầu trang chủ đề.', verbose_name='mô tả')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'unique_together': {('translation_key', 'locale')},
                'verbose_name': 'chủ đề',
                'verbose_name_plural': 'chủ đề',
                'ordering': ['name'],
                'abstract': False,
                'constraints': [
                    models.UniqueConstraint(fields=('slug', 'locale'), name='topic_slug_once_in_a_language'),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(blank=True, help_text='Một đến ba câu tóm tắt, hiện dưới tiêu đề và trong danh sách.', verbose_name='sapo')),
                ('body', news.fields.BodyField(blank=True, help_text='Bấm dấu cộng để thêm đoạn văn, ảnh có chú thích, bảng, tệp đính kèm.', verbose_name='nội dung')),
                ('event_date', models.DateField(blank=True, help_text='Ngày sự việc xảy ra, không phải ngày đăng bài.', null=True, verbose_name='ngày diễn ra')),
                ('event_end_date', models.DateField(blank=True, help_text='Chỉ điền khi sự kiện kéo dài nhiều ngày.', null=True, verbose_name='đến ngày')),
                ('event_part_of_day', models.CharField(blank=True, choices=[('morning', 'Sáng'), ('noon', 'Trưa'), ('afternoon', 'Chiều'), ('evening', 'Tối')], help_text='Chỉ điền khi bài có ghi; cần có ngày diễn ra.', max_length=10, verbose_name='buổi')),
                ('event_place', models.CharField(blank=True, help_text='Hội trường, trụ sở, xã, phường; không cần ghi lại tên tỉnh.', max_length=200, verbose_name='địa điểm')),
                ('published_at', models.DateTimeField(blank=True, db_index=True, help_text='Để trống: lúc đăng lần đầu.', null=True, verbose_name='ngày đăng hiển thị')),
                ('source_name', models.CharField(blank=True, help_text='Nơi đăng đầu tiên, khi đăng lại.', max_length=150, verbose_name='nguồn')),
                ('source_url', models.URLField(blank=True, help_text='Địa chỉ của bài ở nơi ấy.', max_length=500, verbose_name='đường dẫn nguồn')),
                ('external_id', models.CharField(blank=True, db_index=True, help_text='Do lần nhập ghi lại; nhờ mã này, nhập lần nữa không sinh bài trùng.', max_length=200, verbose_name='mã ở hệ thống cũ')),
                ('legacy_url', models.CharField(blank=True, help_text='Địa chỉ của bài ở hệ thống cũ, do lần nhập ghi lại.', max_length=500, verbose_name='địa chỉ cũ')),
                ('removal_reason', models.CharField(blank=True, choices=[('withdrawn', 'Rút lại, vẫn giữ trang thông báo'), ('redirected', 'Chuyển sang địa chỉ khác'), ('gone', 'Gỡ hẳn'), ('superseded', 'Đã có bản thay thế'), ('private', 'Chuyển thành nội bộ')], help_text='Chọn khi bài không còn để công khai; các cổng tỉnh cũng nhận lý do này.', max_length=12, verbose_name='lý do gỡ')),
                ('removal_note', models.TextField(blank=True, help_text='Người đọc và các cổng tỉnh sẽ thấy.', verbose_name='lời giải thích khi gỡ')),
                ('clusters', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Khi bài nói về việc của cả cụm, như hội nghị tổng kết, ký giao ước.', related_name='articles', to='people.cluster', verbose_name='cụm thi đua')),
                ('event_province', models.ForeignKey(blank=True, help_text='Chọn tỉnh theo tên vào ngày diễn ra.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='people.province', verbose_name='tại tỉnh, thành phố')),
                ('provinces', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Nhờ đó bạn đọc và các cổng tỉnh tìm được bài theo tỉnh.', related_name='articles', to='people.province', verbose_name='tỉnh được nói tới')),
                ('replaced_by', models.ForeignKey(blank=True, help_text='Bạn đọc gặp thông báo gỡ sẽ được chỉ sang trang này.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='trang thay thế')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Hiện trong danh sách; để trống thì lấy ảnh đầu tiên trong bài.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.photo', verbose_name='ảnh đại diện')),
                ('other_sections', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Chuyên mục chính là nơi bài nằm; thêm ở đây những nơi bài cũng hiện.', related_name='+', to='news.sectionpage', verbose_name='chuyên mục khác')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Việc chạy qua nhiều chuyên mục, như một đề án hay một đợt sắp xếp.', related_name='articles', to='news.topic', verbose_name='chủ đề')),
            ],
            options={
                'verbose_name': 'Tin bài',
                'verbose_name_plural': 'Tin bài',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('event_end_date__isnull', True), models.Q(('event_date__isnull', False), ('event_end_date__gte', models.F('event_date'))), _connector='OR'), name='article_event_period_in_order'),
                    models.CheckConstraint(condition=models.Q(('event_part_of_day', ''), ('event_date__isnull', False), _connector='OR'), name='article_part_of_day_needs_a_day'),
                ],
            },
            bases=(news.previews.PreviewedElsewhere, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ArticleByline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=100, verbose_name='tên như in trên bài')),
                ('unit', models.CharField(blank=True, max_length=150, verbose_name='đơn vị như in trên bài')),
                ('role', models.CharField(choices=[('writer', 'Viết bài'), ('photographer', 'Chụp ảnh'), ('editor', 'Biên tập')], default='writer', max_length=12, verbose_name='vai trò')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.organisation', verbose_name='cơ quan')),
                ('person', models.ForeignKey(blank=True, help_text='Chọn khi người này có trong danh sách nhân sự.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='nhân sự')),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='byline', to='news.articlepage', verbose_name='tin bài')),
            ],
            options={
                'verbose_name': 'tác giả',
                'verbose_name_plural': 'tác giả',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ArticleRelated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related', to='news.articlepage', verbose_name='tin bài')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.articlepage', verbose_name='tin liên quan')),
            ],
            options={
                'verbose_name': 'tin liên quan',
                'verbose_name_plural': 'tin liên quan',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ArticleTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='news.articlepage', verbose_name='tin bài')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag')),
            ],
            options={
                'verbose_name': 'từ khóa của tin bài',
                'verbose_name_plural': 'từ khóa của tin bài',
            },
        ),
        migrations.CreateModel(
            name='ImportRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('external_id', models.CharField(max_length=200, unique=True, verbose_name='mã ở hệ thống cũ')),
                ('digest', models.CharField(max_length=64, verbose_name='dấu vân tay nội dung')),
                ('source', models.CharField(max_length=300, verbose_name='tệp nguồn')),
                ('dropped', models.JSONField(default=list, help_text='Mỗi dòng: số dòng, chữ, lý do.', verbose_name='dòng đã bỏ')),
                ('warnings', models.JSONField(default=list, verbose_name='điều cần xem lại')),
                ('lines', models.JSONField(default=list, help_text='Mọi dòng của nguồn, mỗi dòng: số dòng, chữ; trống khi nhập nhiều bài một lúc.', verbose_name='nguồn')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='nhập lúc')),
                ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='import_records', to='news.articlepage', verbose_name='tin bài')),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người nhập')),
            ],
            options={
                'verbose_name': 'lần nhập',
                'verbose_name_plural': 'lần nhập',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='PhotoRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='news.photo', verbose_name='ảnh')),
            ],
            options={
                'verbose_name': 'bản cỡ khác của ảnh',
                'verbose_name_plural': 'bản cỡ khác của ảnh',
                'indexes': [
                    models.Index(fields=['file'], name='photo_rendition_by_file'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='photo_rendition_once'),
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name='PhotoUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('caption', models.TextField(blank=True, verbose_name='chú thích')),
                ('alt', models.TextField(blank=True, verbose_name='mô tả cho người không nhìn thấy')),
                ('credit', models.CharField(blank=True, max_length=150, verbose_name='ghi nguồn')),
                ('moment', models.CharField(choices=[('overview', 'Toàn cảnh'), ('speech', 'Phát biểu'), ('handing_over', 'Trao tặng'), ('signing', 'Ký kết'), ('group', 'Chụp chung'), ('other', 'Khác')], default='other', max_length=12, verbose_name='khoảnh khắc')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photo_uses', to='news.articlepage', verbose_name='tin bài')),
                ('photo', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='uses', to='news.photo', verbose_name='ảnh')),
            ],
            options={
                'verbose_name': 'lần dùng ảnh',
                'verbose_name_plural': 'lần dùng ảnh',
                'ordering': ['position'],
                'constraints': [
                    models.UniqueConstraint(fields=('article', 'position'), name='photo_use_once_at_a_position'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('caption', 'Chú thích ảnh'), ('person', 'Nhân sự và chức vụ'), ('grant', 'Lượt khen thưởng'), ('cluster_year', 'Cụm trưởng, cụm phó'), ('event', 'Thời gian, địa điểm'), ('byline', 'Tác giả')], max_length=12, verbose_name='loại')),
                ('words', models.TextField(verbose_name='chữ trong bài')),
                ('payload', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('state', models.CharField(choices=[('open', 'Chờ xem'), ('accepted', 'Đã nhận'), ('refused', 'Đã bỏ')], default='open', max_length=8, verbose_name='trạng thái')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='xem lúc')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='news.articlepage', verbose_name='tin bài')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người xem')),
            ],
            options={
                'verbose_name': 'đề xuất từ bản nhập',
                'verbose_name_plural': 'đề xuất từ bản nhập',
                'ordering': ['pk'],
                'indexes': [
                    models.Index(fields=['state', 'article'], name='proposal_by_state'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReviewTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
            ],
            options={
                'verbose_name': 'bước duyệt bài',
                'verbose_name_plural': 'bước duyệt bài',
                'permissions': [('approve_own_text', 'Được duyệt và đăng bài của chính mình')],
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='ArticleOrganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('role', models.CharField(choices=[('host', 'Chủ trì, tổ chức'), ('attending', 'Tham dự'), ('mentioned', 'Được nói tới')], default='mentioned', max_length=10, verbose_name='vai trò')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='article_rows', to='people.organisation', verbose_name='cơ quan')),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='organisation_rows', to='news.articlepage', verbose_name='tin bài')),
            ],
            options={
                'verbose_name': 'cơ quan trong bài',
                'verbose_name_plural': 'cơ quan trong bài',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('article', 'organisation'), name='organisation_once_in_an_article')],
            },
        ),
        migrations.CreateModel(
            name='ArticleCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('on', models.DateField(default=datetime.date.today, verbose_name='ngày đính chính')),
                ('note', models.TextField(help_text='Đã in gì, đúng là gì.', verbose_name='nội dung đính chính')),
                ('changes_a_fact', models.BooleanField(default=False, help_text='Báo ngay dưới tiêu đề.', verbose_name='thay đổi sự việc')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='news.articlepage', verbose_name='tin bài')),
            ],
            options={
                'verbose_name': 'đính chính',
                'verbose_name_plural': 'đính chính',
                'ordering': ['sort_order'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
        ),
        migrations.CreateModel(
            name='ArticleParticipant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('honorific', models.CharField(blank=True, help_text='Ông, bà, đồng chí.', max_length=60, verbose_name='xưng hô')),
                ('name', models.CharField(max_length=100, verbose_name='tên như in trên bài')),
                ('posts', models.TextField(blank=True, help_text='Mỗi chức vụ một dòng.', verbose_name='chức vụ như in trên bài')),
                ('role', models.CharField(choices=[('chaired', 'Chủ trì'), ('attended', 'Dự'), ('spoke', 'Phát biểu'), ('presented', 'Trao tặng')], default='attended', max_length=10, verbose_name='vai trò')),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='news.articlepage', verbose_name='tin bài')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('person', models.ForeignKey(blank=True, help_text='Chọn khi người này có trong danh sách nhân sự.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='participations', to='people.person', verbose_name='nhân sự')),
            ],
            options={
                'verbose_name': 'người tham dự',
                'verbose_name_plural': 'người tham dự',
                'ordering': ['sort_order'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
        ),
        migrations.AddField(
            model_name='articlepage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Vài từ để gom các bài cùng nội dung; gõ rồi bấm Enter.', through='news.ArticleTag', to='taggit.Tag', verbose_name='từ khóa'),
        ),
    ]
